package dev.foreshock.engine.judge;

import java.util.Collection;

/** The outcome of judging a claim, or all claims together. */
public enum Verdict {
    /** It holds. */
    PASSED,
    /** The interval lies on both sides of the limit. */
    INCONCLUSIVE,
    /** It does not hold: a finding, not a failure of the tool. */
    DEVIATED,
    /** A guard or a person stopped the run. */
    ABORTED,
    /** It could not be evaluated. */
    ERROR;

    /** Returns the word used in files and output. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns the worst of {@code verdicts}; passed when there are none. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(java.util.Comparator.naturalOrder()).orElse(PASSED);
    }
}
