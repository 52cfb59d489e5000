package dev.foreshock.engine.internal.judge;

import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Comparison;
import java.util.List;

/**
 * Tells while a run goes on that it cannot hold any more: a measure that only grows ({@link Measure#onlyGrows}) has passed a limit
 * that it must not pass. Says nothing about gates of other measures, which are open until the end.
 */
public final class Outlook {
    private static final Claim NO_IMPACT = Claim.of(Measure.IMPACT_LONGEST, Comparison.AT_MOST, Limit.of(0));

    private final List<Claim> claims;

    private Outlook(List<Claim> claims) {
        this.claims = claims;
    }

    /** Returns the outlook on the gates of {@code scenario}; without gates, on having no impact. */
    public static Outlook on(Scenario scenario) {
        if (scenario.gates().isEmpty()) {
            return new Outlook(List.of(NO_IMPACT));
        }
        return new Outlook(scenario.gates().values().stream()
                .filter(claim -> claim.measure().onlyGrows())
                .map(claim -> claim.against(scenario.baseline()))
                .toList());
    }

    /** Tells whether nothing can be told before the end. */
    public boolean isOpenToTheEnd() {
        return claims.isEmpty();
    }

    /**
     * Tells whether a gate cannot hold any more.
     *
     * @param soFar what is known for good: each figure that only grows is at most what it will be at the end
     */
    public boolean isLost(RunResult soFar) {
        return claims.stream().anyMatch(claim -> isPassed(claim, new Reading(soFar, claim)));
    }

    /** What is above a limit and does not hold will not hold further above. A NaN, of what was not observed, passes nothing. */
    private static boolean isPassed(Claim claim, Reading reading) {
        double value = reading.observed();
        double limit = reading.limit();
        return value > limit && !claim.comparison().holds(value, limit, claim.tolerance());
    }
}
