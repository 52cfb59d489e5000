package dev.foreshock.engine.internal.judge;

import dev.foreshock.engine.Fidelity;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.sample.Gap;
import dev.foreshock.engine.unit.Comparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads figures off runs of a scaled system and off one of the full size. */
public final class Fidelities {
    private static final List<Measure> ALWAYS = List.of(Measure.USERS_AFFECTED, Measure.IMPACT_TOTAL, Measure.SUCCESS);

    private static final double POINTS = 0.02;
    private static final double SECONDS = 120;
    private static final double PART = 0.05;

    private Fidelities() {}

    /** Compares {@code sampled} with one run of the full size. */
    public static Fidelity of(RunSet sampled, Scenario full, RunResult run) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        ALWAYS.forEach(measure -> put(Claim.of(measure, Comparison.EQUAL, Limit.of(0)), claims));
        full.gates().values().forEach(gate -> put(gate, claims));
        List<Gap> gaps = claims.values().stream()
                .map(claim -> gap(claim, sampled, run))
                .filter(gap -> !Double.isNaN(gap.full()) && !Double.isNaN(gap.sampled()))
                .toList();
        return new Fidelity(run.events(), gaps);
    }

    private static void put(Claim claim, Map<String, Claim> claims) {
        claims.putIfAbsent(claim.observes(), claim);
    }

    private static Gap gap(Claim claim, RunSet sampled, RunResult run) {
        double part = claim.measure().countsRequests() ? sampled.scale() : 1;
        double[] values = sampled.runs().stream()
                .mapToDouble(one -> new Reading(one, claim).observed() / part)
                .toArray();
        double value = new Reading(run, claim).observed();
        Estimate mean = Estimate.mean(values);
        int n = values.length;
        // The interval of the mean is t s / sqrt(n); of the difference from one more run, t s sqrt(1 + 1/n).
        double noise = n == 1 ? Double.NaN : mean.halfWidth() * StrictMath.sqrt(n + 1.0);
        return new Gap(
                claim.observes(), claim.measure().dimension(), value, mean.value(), noise, tolerance(claim, value));
    }

    private static double tolerance(Claim claim, double full) {
        double part = PART * Math.abs(full);
        return switch (claim.measure().dimension()) {
            case SHARE -> POINTS;
            case INSTANT -> SECONDS;
            case TIME -> isByTheMinute(claim.measure()) ? Math.max(SECONDS, part) : part;
            default -> part;
        };
    }

    /** Impacts are stretches of whole minutes, and what follows them is told from their start. */
    private static boolean isByTheMinute(Measure measure) {
        return switch (measure) {
            case RESPONSE_MEAN, RESPONSE_P50, RESPONSE_P90, RESPONSE_P99, RESPONSE_P999 -> false;
            default -> true;
        };
    }
}
