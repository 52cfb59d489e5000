package dev.foreshock.engine.fault;

import org.jspecify.annotations.Nullable;

/** An effect on the processes of a component. */
public sealed interface ComponentEffect extends Effect permits Crash, Slow, Pause {
    /** Returns how many of its replicas it strikes, the first ones; null for all. */
    @Nullable
    Integer replicas();

    /** Returns {@code what}, and how many replicas it strikes if not all. */
    static String struck(String what, @Nullable Integer replicas) {
        return replicas == null ? what : what + " (" + replicas + (replicas == 1 ? " replica)" : " replicas)");
    }
}
