package dev.foreshock.faults.control;

/** The ways in which a call fails. */
public final class Failures {
    private Failures() {}

    public static ControlException notSent(String message) {
        return ControlException.notSent(message);
    }

    public static ControlException unanswered(String message) {
        return ControlException.unanswered(message);
    }

    public static ControlException refused(String message) {
        return ControlException.refused(ControlException.Reason.OTHER, message);
    }

    public static ControlException missing(String message) {
        return ControlException.refused(ControlException.Reason.MISSING, message);
    }

    public static ControlException taken(String message) {
        return ControlException.refused(ControlException.Reason.TAKEN, message);
    }
}
