package dev.foreshock.faults.plan;

import java.util.List;

/** What became of planning. */
public sealed interface Planned {
    /**
     * All faults can be injected.
     *
     * @param plan the plan
     */
    record Possible(Plan plan) implements Planned {}

    /**
     * Not all can: nothing is.
     *
     * @param reasons why
     */
    record Refused(List<String> reasons) implements Planned {
        /** Copies the list. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
