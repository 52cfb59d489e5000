package dev.foreshock.simulated.internal.wire;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/**
 * Event loops that put nothing on disk. Vert.x makes a directory among temporary files otherwise, for files from class paths, which nobody
 * here reads by it; and it stays where a process is killed.
 */
public final class Loops {
    private Loops() {}

    /** Returns one event loop. */
    public static Vertx one() {
        return Vertx.vertx(options().setEventLoopPoolSize(1));
    }

    /** Returns as many as Vert.x has usually. */
    public static Vertx usual() {
        return Vertx.vertx(options());
    }

    private static VertxOptions options() {
        return new VertxOptions().setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false));
    }
}
