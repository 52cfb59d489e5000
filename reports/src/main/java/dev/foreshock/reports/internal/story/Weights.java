package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.JournalEntry.Event;

/** How much each kind of change matters to a story. */
final class Weights {
    /** No story may leave it out. */
    static final int MUST = 0;
    /** Said if there is room. */
    static final int LEAST = 3;
    /** Never said by itself. */
    static final int SILENT = 9;

    private Weights() {}

    static int of(Event event) {
        return switch (event) {
            case FAULT_BEGAN, CRASHED, PAGED, ACKNOWLEDGED, ACTED, STEP_FAILED -> MUST;
            case TRAFFIC,
                    SATURATED,
                    BROKE,
                    DETECTED,
                    PROMOTED,
                    UP,
                    LEARNED,
                    TARGET_OUT,
                    TARGET_BACK,
                    CIRCUIT_OPENED,
                    CIRCUIT_CLOSED -> 1;
            case FAULT_OVER, FIRING, STEP_DONE -> 2;
            case JOINED, NOTED, STEP_SKIPPED -> LEAST;
            case RELIEVED, STARTED, WARM, RESOLVED, STEP_BEGAN -> SILENT;
        };
    }

    /** Tells whether it is something people did, after which all that follows is news again. */
    static boolean isTurn(Event event) {
        return event == Event.ACTED || event == Event.STEP_FAILED;
    }
}
