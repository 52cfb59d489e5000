package dev.foreshock.containers;

import dev.foreshock.containers.internal.Engine;
import dev.foreshock.containers.internal.Images;
import dev.foreshock.containers.internal.Labels;
import dev.foreshock.containers.internal.Leftovers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Asks the engine what the command wants to know, which has nothing of it on its class path. What it does is told on the standard output;
 * why it could not is the last word on the other.
 */
public final class ContainersMain {
    /** Looks for an engine and the images, and has the engine fetch those that are not there. */
    public static final String REQUIRE = "require";

    /** Removes all that a twin has in containers, whose directory follows. */
    public static final String REMOVE = "remove";

    private static final int OBSTACLE = 6;

    private ContainersMain() {}

    /**
     * Does one thing.
     *
     * @param args what, and on what
     */
    public static void main(String[] args) {
        int code = 1;
        endWithInput();
        try {
            code = run(List.of(args));
        } catch (IOException e) {
            System.err.println(e.getMessage());
            code = OBSTACLE;
        } catch (InterruptedException | RuntimeException | Error e) {
            System.err.println("Testcontainers: " + e);
        } finally {
            System.out.flush();
            // Testcontainers has threads that nobody waits for.
            Runtime.getRuntime().halt(code);
        }
    }

    /** Whoever started this holds its input: with them it ends, whatever killed them. */
    private static void endWithInput() {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // Nothing is said there.
                        }
                    } catch (IOException e) {
                        // As good as its end.
                    }
                    Runtime.getRuntime().halt(1);
                },
                "foreshock-input");
        thread.setDaemon(true);
        thread.start();
    }

    private static int run(List<String> args) throws IOException, InterruptedException {
        if (args.equals(List.of(REQUIRE))) {
            Engine engine = Engine.find(System.getenv());
            Images images = Images.of(System.getenv());
            images.require(engine.client(), ContainersMain::say);
            say("containers of " + images.postgres() + " and " + images.toxiproxy() + ", by the engine at "
                    + engine.where());
            return 0;
        } else if (args.size() == 2 && args.get(0).equals(REMOVE)) {
            Engine engine = Engine.find(System.getenv());
            new Leftovers(engine.client(), Labels.TWIN, Path.of(args.get(1)).toString()).remove();
            return 0;
        }
        System.err.println("this process is started by foreshock alone");
        return 2;
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
