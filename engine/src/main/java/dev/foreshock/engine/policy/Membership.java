package dev.foreshock.engine.policy;

/**
 * Which of several targets take calls: those wanted that are well and not ejected. While no more of the wanted than a share are, all of them
 * do instead, lest a check that is wrong be an outage of its own; Envoy calls that panic. Owned by one thread.
 */
public final class Membership {
    private final boolean[] wanted;
    private final boolean[] well;
    private final boolean[] ejected;
    private final boolean[] takes;
    private final double panicAt;
    private boolean panics;

    /**
     * Creates the membership of targets that are all wanted and well.
     *
     * @param panicAt the share of the wanted at which, and below which, all take calls; negative for never
     */
    public Membership(int targets, double panicAt) {
        wanted = filled(targets, true);
        well = filled(targets, true);
        takes = filled(targets, true);
        ejected = new boolean[targets];
        this.panicAt = panicAt;
    }

    private static boolean[] filled(int length, boolean value) {
        boolean[] all = new boolean[length];
        java.util.Arrays.fill(all, value);
        return all;
    }

    /** Says whether a target is wanted at all. */
    public void wanted(int target, boolean is) {
        wanted[target] = is;
        settle();
    }

    /** Says whether checks find a target well. */
    public void well(int target, boolean is) {
        well[target] = is;
        settle();
    }

    /** Says whether a target is ejected. */
    public void ejected(int target, boolean is) {
        ejected[target] = is;
        settle();
    }

    private void settle() {
        int wants = 0;
        int good = 0;
        for (int i = 0; i < takes.length; i++) {
            takes[i] = isGood(i);
            wants += wanted[i] ? 1 : 0;
            good += takes[i] ? 1 : 0;
        }
        panics = good < wants && good <= panicAt * wants;
        if (panics) {
            System.arraycopy(wanted, 0, takes, 0, takes.length);
        }
    }

    private boolean isGood(int target) {
        return wanted[target] && well[target] && !ejected[target];
    }

    /** Tells whether a target takes calls. */
    public boolean takes(int target) {
        return takes[target];
    }

    /** Tells whether a target is out that is wanted, be it that it takes calls all the same. */
    public boolean isOut(int target) {
        return wanted[target] && !isGood(target);
    }

    /** Tells whether all that are wanted take calls because too few are good. */
    public boolean panics() {
        return panics;
    }

    /** Returns how many take calls. */
    public int taking() {
        int count = 0;
        for (boolean each : takes) {
            count += each ? 1 : 0;
        }
        return count;
    }
}
