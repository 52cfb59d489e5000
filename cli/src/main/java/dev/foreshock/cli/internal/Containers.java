package dev.foreshock.cli.internal;

import dev.foreshock.simulated.ContainerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Asks the Docker engine of this machine, by a process that has Testcontainers on its class path. */
final class Containers {
    /** In the module {@code containers}, which nothing here depends on. */
    private static final String MAIN = "dev.foreshock.containers.ContainersMain";

    private static final String REQUIRE = "require";
    private static final String REMOVE = "remove";

    /** What Testcontainers reads: nothing may rely on an image more that looks for leftovers, nor be sought beyond loopback, nor for long. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "TESTCONTAINERS_RYUK_DISABLED", "true",
            "TESTCONTAINERS_HOST_OVERRIDE", "127.0.0.1",
            "TESTCONTAINERS_CLIENT_PING_TIMEOUT", "5");

    /** The library that reaches the engine's socket says so on newer machines, unless it may. */
    private static final List<String> JAVA = List.of("--enable-native-access=ALL-UNNAMED");

    private Containers() {}

    /**
     * Returns how real databases run in containers.
     *
     * @throws UsageException if the module for it was not built
     */
    static ContainerOptions options() {
        return new ContainerOptions(JAVA, BuiltModule.CONTAINERS.classPath(), ENVIRONMENT);
    }

    /**
     * Looks for an engine and the images, and has the engine fetch those that are not there.
     *
     * @param tells is told in lines how far that is
     * @throws IOException if one of them is not to be had; the message says which, and the way out
     */
    static void require(ContainerOptions options, Consumer<String> tells) throws IOException {
        run(options, List.of(REQUIRE), tells);
    }

    /**
     * Removes all that a twin has in containers.
     *
     * @param room the directory of the twin
     * @throws IOException if something may be left; the message says what, and why
     */
    static void remove(Path room) throws IOException {
        try {
            run(options(), List.of(REMOVE, room.toAbsolutePath().toString()), line -> {});
        } catch (IOException | UsageException e) {
            throw new IOException("containers of " + room + " may be left: " + e.getMessage(), e);
        }
    }

    private static void run(ContainerOptions options, List<String> what, Consumer<String> tells) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx128m"));
        command.addAll(options.java());
        command.addAll(List.of(
                "-cp",
                String.join(
                        System.getProperty("path.separator"),
                        System.getProperty("java.class.path", ""),
                        System.getProperty("jdk.module.path", ""),
                        options.classPath()),
                MAIN));
        command.addAll(what);
        Path errors = Files.createTempFile("foreshock-containers", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().putAll(options.environment());
            Process process = builder.start();
            process.getOutputStream().close();
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    tells.accept(line);
                }
            }
            if (process.waitFor() != 0) {
                String why = Files.readString(errors).strip();
                throw new IOException(why.isEmpty() ? "whoever asks the Docker engine ended" : why);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(errors);
        }
    }
}
