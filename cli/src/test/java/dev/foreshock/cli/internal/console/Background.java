package dev.foreshock.cli.internal.console;

import java.io.IOException;

/** Services and callers of a test, each on a thread that ends with the first connection that fails. */
public final class Background {
    private Background() {}

    public interface Step {
        void run() throws IOException;
    }

    public static void daemon(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (IOException e) {
                // the other end is gone, or the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
