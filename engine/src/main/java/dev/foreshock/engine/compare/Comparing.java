package dev.foreshock.engine.compare;

import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.internal.compare.Contest;

/** Compares measures. */
public final class Comparing {
    private Comparing() {}

    /**
     * Runs every contender of a field, as far as the budget goes, and says which suffice and which of them is cheapest.
     *
     * @throws StoppedException if the watcher wanted the comparison to stop
     */
    public static Comparison run(Field field, ComparePlan plan, CompareWatcher watcher) {
        return new Contest(field, plan, watcher).run();
    }
}
