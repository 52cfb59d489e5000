package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.simulated.ContainerOptions;
import dev.foreshock.simulated.TwinOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the Docker engine of this machine, by a process that has Testcontainers on its class path. */
final class Containers {
    /** In the module {@code containers}, which nothing here depends on. */
    private static final String MAIN = "dev.foreshock.containers.ContainersMain";

    private static final String REQUIRE = "require";
    private static final String REMOVE = "remove";
    private static final String ERRORS = "containers.txt";
    private static final long LOOK_MILLIS = 50;

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
     * @param room the directory of the twin
     * @param tells is told in lines how far that is
     * @param isStopWanted asked now and then whether to end it before
     * @throws IOException if one of them is not to be had; the message says which, and the way out
     * @throws InterruptedException if it was to end before its end
     */
    static void require(ContainerOptions options, Path room, Consumer<String> tells, BooleanSupplier isStopWanted)
            throws IOException, InterruptedException {
        run(options, room, List.of(REQUIRE), tells, isStopWanted);
    }

    /**
     * Removes all that a twin has in containers.
     *
     * @param room the directory of the twin
     * @throws IOException if something may be left; the message says what, and why
     */
    static void remove(Path room) throws IOException {
        try {
            run(options(), room, List.of(REMOVE, room.toAbsolutePath().toString()), line -> {}, () -> false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("containers of " + room + " may be left: interrupted", e);
        } catch (IOException | UsageException e) {
            throw new IOException("containers of " + room + " may be left: " + e.getMessage(), e);
        }
    }

    /** An empty entry would be wherever this is run. */
    private static String classPath(ContainerOptions options) {
        return Stream.of(
                        System.getProperty("java.class.path", ""),
                        System.getProperty("jdk.module.path", ""),
                        options.classPath())
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /** The process ends with this one, as its input does; what it leaves if it is killed is in the directory of the twin. */
    private static void run(
            ContainerOptions options,
            Path room,
            List<String> what,
            Consumer<String> tells,
            BooleanSupplier isStopWanted)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx128m"));
        command.addAll(options.java());
        command.addAll(TwinOptions.temporary(room));
        command.addAll(List.of("-cp", classPath(options), MAIN));
        command.addAll(what);
        Path errors = room.resolve(ERRORS);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().putAll(options.environment());
            Process process = builder.start();
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                while (process.isAlive() || said.ready()) {
                    if (isStopWanted.getAsBoolean()) {
                        throw new InterruptedException("it was to end");
                    } else if (said.ready()) {
                        tells.accept(said.readLine());
                    } else {
                        process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    }
                }
            } finally {
                process.destroyForcibly();
            }
            if (process.waitFor() != 0) {
                String why = Files.readString(errors).strip();
                throw new IOException(why.isEmpty() ? "whoever asks the Docker engine ended" : why);
            }
        } finally {
            Files.deleteIfExists(errors);
        }
    }
}
