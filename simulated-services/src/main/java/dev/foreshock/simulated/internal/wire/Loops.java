package dev.foreshock.simulated.internal.wire;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** Vert.x as a twin has it: no file of it is on a class path, so it needs no directory to copy such to, which would stay when it is killed. */
public final class Loops {
    private Loops() {}

    /** Starts one with one event loop. */
    public static Vertx one() {
        return Vertx.vertx(options().setEventLoopPoolSize(1));
    }

    /** Starts one with as many event loops as Vert.x usually has. */
    public static Vertx many() {
        return Vertx.vertx(options());
    }

    private static VertxOptions options() {
        return new VertxOptions().setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false));
    }
}
