package dev.foreshock.faults.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that does nothing for ten minutes, started by a test in the background of a shell, which writes its pid into a file.
 *
 * @param name what it is called
 * @param pidFile the file
 */
public record RealProcess(String name, Path pidFile) implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** Starts one, and returns when its pid is known. */
    public static RealProcess start(Path directory, String name) throws Exception {
        RealProcess process = new RealProcess(name, directory.resolve(name + ".pid"));
        int code = new ProcessBuilder("sh", "-c", process.command())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("sh ended with " + code);
        }
        return process;
    }

    /** Returns the command that starts it, in the directory of the pid file. */
    public String command() {
        return "sleep 600 & echo $! > " + name + ".tmp && mv " + name + ".tmp " + name + ".pid";
    }

    /** Returns it as a target owns it. */
    public OwnedProcess owned() throws Exception {
        return new OwnedProcess(
                name,
                pidFile.toString(),
                command(),
                PATIENCE_NANOS,
                ProcessControl.local().named(pidFile.toString()).orElseThrow().identity());
    }

    /** Waits until it runs, or what was started in its place, and is not stopped; tells whether it came to that. */
    public boolean comesToRun(OwnedProcess before) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            if (ProcessControl.local()
                    .serving(before)
                    .filter(state -> !state.stopped())
                    .isPresent()) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return false;
    }

    /** Ends whatever the file names. */
    @Override
    public void close() throws IOException {
        ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip())).ifPresent(ProcessHandle::destroyForcibly);
    }
}
