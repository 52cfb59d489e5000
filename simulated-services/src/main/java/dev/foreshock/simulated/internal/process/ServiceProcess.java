package dev.foreshock.simulated.internal.process;

import dev.foreshock.simulated.ContainerOptions;
import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.TwinOptions;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A component of the twin in a process of its own, from outside.
 *
 * @param component the component
 * @param process the process
 * @param port where it listens
 */
public record ServiceProcess(String component, Process process, int port) {
    private static final String WAY_OUT = "free memory, processes or ports";
    private static final String OTHER_WAY_OUT = ", or have all services in one process (rehearse --one-process)";

    /**
     * A process that has been started, and may not be there yet.
     *
     * @param component the component
     * @param process the process
     * @param wayOut what may help where it does not start
     */
    public record Starting(String component, Process process, String wayOut) {
        /**
         * Waits until it listens.
         *
         * @throws IllegalStateException if it ended instead
         */
        public ServiceProcess await() {
            try {
                BufferedReader out =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.startsWith(ServiceMain.PORT)) {
                        int port = Integer.parseInt(line.substring(ServiceMain.PORT.length()));
                        return new ServiceProcess(component, process, port);
                    }
                }
            } catch (IOException e) {
                process.destroyForcibly();
                throw notStarted("cannot be heard (" + e.getMessage() + ")", e);
            }
            process.destroyForcibly();
            throw notStarted("ended before that", null);
        }

        private TwinException notStarted(String what, @Nullable Throwable cause) {
            return new TwinException(
                    "the process of " + component + " must start and listen, but " + what + "; what it said is above; "
                            + wayOut,
                    cause);
        }
    }

    /**
     * Starts a process.
     *
     * @param room the directory of the twin
     * @param component the component
     * @param lifeline the port of the lifeline
     * @param canShareProcess whether all services could share one process instead
     * @param containers how the real database behind it runs in containers; null where there is none, or it does not
     */
    public static Starting start(
            Room room, String component, int lifeline, boolean canShareProcess, @Nullable ContainerOptions containers) {
        String wayOut = canShareProcess ? WAY_OUT + OTHER_WAY_OUT : WAY_OUT;
        try {
            ProcessBuilder command = new ProcessBuilder(command(room, component, 0, lifeline, containers))
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            if (containers != null) {
                command.environment().putAll(containers.environment());
            }
            return new Starting(component, command.start(), wayOut);
        } catch (IOException e) {
            throw new TwinException(
                    "the process of " + component + " must start, but could not (" + e.getMessage() + "); " + wayOut,
                    e);
        }
    }

    /** Returns the command that runs a component, with the Java and the classes of this process. */
    public static List<String> command(Room room, String component, int port, int lifeline) {
        return command(room, component, port, lifeline, null);
    }

    private static List<String> command(
            Room room, String component, int port, int lifeline, @Nullable ContainerOptions containers) {
        String more = containers == null ? "" : containers.classPath();
        String classes = System.getProperty("java.class.path", "");
        String modules = System.getProperty("jdk.module.path", "");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // First, as some systems tell only the beginning of a command: by this the processes of a twin are found.
        command.add(TwinOptions.mark(room.directory()));
        // There soon, and small.
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx128m"));
        // What it leaves if it is killed goes with the twin.
        command.addAll(TwinOptions.temporary(room.directory()));
        command.addAll(containers == null ? List.of() : containers.java());
        command.addAll(List.of(
                "-cp", absolute(String.join(File.pathSeparator, classes, modules, more)), ServiceMain.class.getName()));
        command.addAll(List.of(
                room.directory().toAbsolutePath().toString(),
                component,
                String.valueOf(port),
                String.valueOf(lifeline)));
        return command;
    }

    /** A process that is started again is started elsewhere, where a relative path leads nowhere. */
    private static String absolute(String path) {
        String separator = System.getProperty("path.separator");
        List<String> entries = new ArrayList<>();
        for (String entry : path.split(Pattern.quote(separator), -1)) {
            if (!entry.isEmpty()) {
                entries.add(new File(entry).getAbsolutePath());
            }
        }
        return String.join(separator, entries);
    }

    /** Returns where it listens, as {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String toString() {
        return component + " at " + address() + " (process " + process.pid() + ")";
    }
}
