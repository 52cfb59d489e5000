package dev.foreshock.engine.policy;

/**
 * Whether one component is well, as its checks say: down after some in a row that failed, up after some in a row that went well. At first
 * it is up. Owned by one thread.
 */
public final class Health {
    private final int downAfter;
    private final int upAfter;
    private boolean up = true;
    private int against;

    /** Creates the health of a component that is up. */
    public Health(int downAfter, int upAfter) {
        this.downAfter = downAfter;
        this.upAfter = upAfter;
    }

    /** Counts a check, and tells whether the component has turned by it. */
    public boolean checked(boolean wentWell) {
        if (wentWell == up) {
            against = 0;
            return false;
        }
        against++;
        if (against < (up ? downAfter : upAfter)) {
            return false;
        }
        up = !up;
        against = 0;
        return true;
    }

    /** Tells whether it is up. */
    public boolean isUp() {
        return up;
    }
}
