package dev.foreshock.faults.internal.fork;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prepares processes with the Java and the classes of this one. */
public final class JavaFork {
    private JavaFork() {}

    /**
     * Returns a process that is not started yet, and whose errors go where those of this one do.
     *
     * @param settings of the virtual machine
     * @param main the name of the class that is run
     * @param arguments what it is given; they can be seen by every user of the machine
     */
    public static ProcessBuilder of(List<String> settings, String main, List<String> arguments) {
        String classes = System.getProperty("java.class.path", "");
        String modules = System.getProperty("jdk.module.path", "");
        String separator = classes.isEmpty() || modules.isEmpty() ? "" : System.getProperty("path.separator");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Quickly there, and small: it waits most of its life.
        command.add("-XX:+UseSerialGC");
        command.addAll(settings);
        command.addAll(List.of("-cp", classes + separator + modules, main));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
