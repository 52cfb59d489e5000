package dev.foreshock.containers.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A process that has a pair run until it is killed. */
final class Holder {
    private Holder() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        Pod pod = Pod.make(Engine.find(System.getenv()), Images.of(System.getenv()), Path.of(args[0]), "none");
        pod.primary().start(Map.of());
        pod.standby().start(Map.of());
        System.out.println("made");
        System.out.flush();
        while (System.in.read() >= 0) {
            // Until it is killed.
        }
    }
}
