package dev.foreshock.engine.internal.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Calls that a loss has taken, in the order in which it took them: its end may close their connections. */
final class Gone {
    private static final int FEW = 64;

    private final List<Taken> calls = new ArrayList<>();
    private int many = FEW;

    /** A call, known by its key, as nodes are used again. */
    private record Taken(Node call, long key) {
        boolean isStillLost() {
            return call.key == key && call.place == Place.LOST;
        }
    }

    /** A call got lost. */
    void add(Node call) {
        if (calls.size() == many) {
            calls.removeIf(each -> !each.isStillLost());
            many = Math.max(FEW, 2 * calls.size());
        }
        calls.add(new Taken(call, call.key));
    }

    /** Hands those to {@code each} that somebody still waits for. */
    void forEach(Consumer<Node> each) {
        for (Taken taken : calls) {
            if (taken.isStillLost()) {
                each.accept(taken.call);
            }
        }
    }
}
