package dev.foreshock.load;

import dev.foreshock.load.internal.Conducted;
import java.io.IOException;

/**
 * Sends what users of a rehearsal send, by Gatling. It is started by the conductor, calls nobody but the services that it is told of, and
 * ends when its connection to the conductor does.
 */
public final class GatlingMain {
    private GatlingMain() {}

    /**
     * Sends until it is let go.
     *
     * @param args the port of loopback where the conductor listens
     */
    public static void main(String[] args) {
        int code = 1;
        try {
            if (args.length == 1) {
                Conducted.by(Integer.parseInt(args[0]));
                code = 0;
            } else {
                System.err.println("foreshock: this process is started by foreshock alone");
                code = 2;
            }
        } catch (IOException | RuntimeException | Error e) {
            System.err.println("foreshock: Gatling ends: " + e);
        } finally {
            // What is still under way goes with it: nobody waits for it.
            Runtime.getRuntime().halt(code);
        }
    }
}
