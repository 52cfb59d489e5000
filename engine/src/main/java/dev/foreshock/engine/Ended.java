package dev.foreshock.engine;

/**
 * What ended the replications, and with which confidence verdicts were drawn then.
 *
 * @param by what ended them
 * @param looks how often the claims were looked at
 * @param confidence the confidence of the intervals that the verdicts of the last look rest on; 0.95 after one look that was
 *     planned, more where there could be others, so that all looks together err about a claim in at most 5 % of runs
 */
public record Ended(By by, int looks, double confidence) {
    /** The confidence of every interval that is shown, and of verdicts after one planned look. */
    public static final double USUAL_CONFIDENCE = 0.95;

    /** One look after a number of replications that was chosen before. */
    public static final Ended FIXED = new Ended(By.FIXED, 1, USUAL_CONFIDENCE);

    /** What can end replications. */
    public enum By {
        /** Every deciding claim is decided, or cannot be decided by more replications. */
        DECIDED("decided"),
        /** The interval of every deciding claim is as narrow as wanted. */
        PRECISE("precise"),
        /** The replications of the next look did not fit into what was left of the budget. */
        BUDGET("budget"),
        /** There may not be more replications. */
        MOST("most"),
        /** A person stopped the run: these are the replications that were complete by then, from the first one on. */
        INTERRUPTED("interrupted"),
        /** Their number was given. */
        FIXED("fixed");

        private final String text;

        By(String text) {
            this.text = text;
        }

        /** Returns the word in files and reports. */
        public String text() {
            return text;
        }
    }

    /** Tells whether a person stopped the run. */
    public boolean isInterrupted() {
        return by == By.INTERRUPTED;
    }

    /** Tells whether verdicts rest on other intervals than those that are shown. */
    public boolean isSequential() {
        return by != By.FIXED;
    }
}
