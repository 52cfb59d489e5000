package dev.foreshock.simulated.internal.service;

import dev.foreshock.engine.live.ComponentPart;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Death;
import java.util.List;
import java.util.function.Consumer;

/** Programs of somebody else that keep something of a component for real, for as long as its service lives. */
public interface Backing extends AutoCloseable {
    /**
     * Begins a run.
     *
     * @param post has something carried out by the thread of the part
     * @param beside told how long a call took beside what is modelled
     * @throws IllegalArgumentException if it cannot be in another one
     */
    BackedRun begin(Begin begin, Consumer<Consumer<ComponentPart>> post, Beside beside);

    /** Returns which of them ended though nobody here ended them. For any thread. */
    List<Death> ended();

    /** Ends them. */
    @Override
    void close();
}
