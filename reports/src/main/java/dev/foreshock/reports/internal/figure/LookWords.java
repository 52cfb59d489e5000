package dev.foreshock.reports.internal.figure;

import dev.foreshock.engine.Ended;
import dev.foreshock.engine.Ended.By;
import dev.foreshock.reports.internal.text.Amounts;

/** Says what ended the replications, and what that means for verdicts. */
public final class LookWords {
    private LookWords() {}

    /** Returns what ended them in parentheses; empty where the first look decided, as most do, or their number was given. */
    public static String brief(Ended ended) {
        return isUsual(ended) ? "" : " (" + ended.by().text() + ")";
    }

    /** Returns at which confidence verdicts were drawn, as a sentence with a space before it; empty where it is that of the intervals. */
    public static String sentence(Ended ended) {
        if (!ended.isSequential()) {
            return "";
        }
        if (ended.isInterrupted()) {
            return " The run was interrupted: these are the replications that were complete by then, from the first one on.";
        }
        return " Replications ended " + end(ended) + ". Verdicts rest on intervals of "
                + Amounts.share(ended.confidence())
                + ", so that all looks together err about a claim in at most 5 % of runs.";
    }

    /** Returns the sentence for a screen; empty where the first look decided. */
    public static String note(Ended ended) {
        return isUsual(ended) ? "" : sentence(ended).strip();
    }

    private static String end(Ended ended) {
        String looks = ended.looks() == 1 ? "after the first look" : "after " + ended.looks() + " looks";
        return looks
                + switch (ended.by()) {
                    case DECIDED -> ", as more would not change a verdict";
                    case PRECISE -> ", as intervals are as narrow as wanted";
                    case BUDGET -> ", as the next does not fit into the budget";
                    case MOST, FIXED, INTERRUPTED -> ", as there may not be more";
                };
    }

    private static boolean isUsual(Ended ended) {
        return !ended.isSequential() || (ended.by() == By.DECIDED && ended.looks() == 1);
    }
}
