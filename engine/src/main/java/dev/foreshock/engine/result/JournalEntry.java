package dev.foreshock.engine.result;

/**
 * A change of state.
 *
 * @param id its number in the journal, from 0
 * @param atNanos when, in nanoseconds since the start of the run
 * @param event what kind of change
 * @param subject the component, monitor, step or responder it happened to
 * @param who the responder or monitor that did it, or the component itself
 * @param text the change in a few words
 * @param cause the number of the entry that brought it about, or -1
 */
public record JournalEntry(int id, long atNanos, Event event, String subject, String who, String text, int cause) {
    /** Kinds of changes. */
    public enum Event {
        /** The arrivals of a class of users passed a multiple of the usual ones. */
        TRAFFIC,
        /** A fault began. */
        FAULT_BEGAN,
        /** A fault was over. */
        FAULT_OVER,
        /** All workers became busy and a queue as long as the workers formed. */
        SATURATED,
        /** The queue of a saturated component is empty again. */
        RELIEVED,
        /** A component crashed. */
        CRASHED,
        /** A replica of a component broke down by itself. */
        BROKE,
        /** A component was started and boots. */
        STARTED,
        /** It was found that a primary is gone, and its standby takes over. */
        DETECTED,
        /** A standby became the primary. */
        PROMOTED,
        /** A component accepts requests. */
        UP,
        /** A component that was cold runs at full speed. */
        WARM,
        /** A balancer sends no calls to one of its targets any more. */
        TARGET_OUT,
        /** A balancer sends calls to one of its targets again. */
        TARGET_BACK,
        /** A circuit breaker opened: a caller sends nothing for a time. */
        CIRCUIT_OPENED,
        /** A circuit breaker closed after its trials went well. */
        CIRCUIT_CLOSED,
        /** An alert began to fire. */
        FIRING,
        /** An alert stopped firing. */
        RESOLVED,
        /** A responder was paged. */
        PAGED,
        /** A paged responder started to act. */
        ACKNOWLEDGED,
        /** A responder who was called in started to act. */
        JOINED,
        /** Somebody learned something. */
        LEARNED,
        /** A step began. */
        STEP_BEGAN,
        /** A step ended and worked, or had nothing that could fail. */
        STEP_DONE,
        /** A step ended, and what it did failed. */
        STEP_FAILED,
        /** A step was not needed. */
        STEP_SKIPPED,
        /** An action took effect on a component. */
        ACTED,
        /** A component reported a change of its own kind. */
        NOTED
    }
}
