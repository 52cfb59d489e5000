package dev.foreshock.junit;

import dev.foreshock.engine.fault.Refused;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests in a process of its own, for tests that kill it: one injects, says so, and waits for its end. */
public final class CrashingMain {
    private static String server = "";
    private static String state = "";

    private CrashingMain() {}

    /** Takes the address of a server that has a proxy {@code db}, and the directory of journals. */
    public static void main(String[] args) {
        server = args[0];
        state = args[1];
        System.out.println("failed: " + Kit.run(Crashing.class).failures());
    }

    static class Crashing {
        @RegisterExtension
        static final RealFaults faults =
                RealFaults.on(server).state(Path.of(state)).proxy("db");

        @Test
        void injects() throws IOException {
            faults.inject(Refused.ALL, "db");
            // The guard is the only process that this one has started.
            System.out.println("broken "
                    + ProcessHandle.current()
                            .children()
                            .findFirst()
                            .orElseThrow()
                            .pid());
            System.in.read();
        }
    }
}
