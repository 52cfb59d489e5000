package dev.foreshock.reports;

import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.text.Readings;

/** Writes what became of a claim, in the words and figures of every report. */
public final class ClaimText {
    private ClaimText() {}

    /**
     * Returns a sentence without a full stop: {@code users.affected was 69.9 % (±0.2 pt), wanted <= 5%}.
     *
     * @param clock the time that the scenario plays in
     */
    public static String of(Judgement judgement, Clock clock) {
        String width = Readings.width(judgement);
        return judgement.claim().observes() + " was " + observed(judgement, clock)
                + (width.isEmpty() ? "" : " (" + width + ")") + ", wanted "
                + judgement.claim().wants()
                + (judgement.reason().isEmpty() ? "" : "; " + judgement.reason());
    }

    /**
     * Returns what was observed, without an interval: {@code 69.9 %}.
     *
     * @param clock the time that the scenario plays in
     */
    public static String observed(Judgement judgement, Clock clock) {
        return Readings.observed(judgement, clock);
    }
}
