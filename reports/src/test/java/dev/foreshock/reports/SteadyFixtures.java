package dev.foreshock.reports;

import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.steady.SteadyGates;
import dev.foreshock.engine.steady.SteadyLevel;
import dev.foreshock.engine.steady.SteadyMeasure;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.engine.steady.WarmUp;
import dev.foreshock.engine.unit.Comparison;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Steady runs made by hand: of five hours, the first twenty minutes of which do not count. */
final class SteadyFixtures {
    static final RunContext CONTEXT = new RunContext(
            "foreshock run counter.yaml --seed 7 --steady",
            "foreshock run counter.yaml",
            "0.1.0",
            "17.0.15",
            Instant.parse("2026-10-01T10:00:00Z"),
            Duration.ofMillis(23_400),
            1,
            List.of(),
            "runs/counter-steady/report.html");

    private static final long LENGTH = Fixtures.CLOCK.lengthNanos();
    private static final long MINUTE = 60_000_000_000L;
    private static final List<Claim> CLAIMS = List.of(
            Claim.of(Measure.RESPONSE_MEAN, Comparison.BELOW, Limit.of(1)),
            Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0)).about("counter"),
            Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.999)));

    private SteadyFixtures() {}

    /** All that can be trusted, with a gate that holds, one that is lost, and one that is not judged. */
    static SteadyReport trusted() {
        return report("counter", run(WarmUp.Method.MSER5, 20 * MINUTE, 1, List.of()));
    }

    /** The start was given, shorter than it should have been, and a busy component hangs together. */
    static SteadyReport tooShort() {
        return report("counter", run(WarmUp.Method.GIVEN, 5 * MINUTE, 4, List.of()));
    }

    /** With as many components as no page draws. */
    static SteadyReport large() {
        return report(
                "counter",
                run(
                        WarmUp.Method.MSER5,
                        20 * MINUTE,
                        1,
                        IntStream.range(10, 40).mapToObj(i -> "s" + i).toList()));
    }

    /** It only grew. */
    static SteadyReport unsettled() {
        SteadyLevel growing = new SteadyLevel(
                LENGTH / 400, IntStream.range(0, 400).mapToObj(i -> 10.0 * i).toList(), LENGTH / 2, false);
        return report(
                "counter",
                new SteadyRun(
                        7,
                        LENGTH,
                        new WarmUp(LENGTH / 2, WarmUp.Method.NOT_FOUND),
                        Map.of("in-flight", growing, "in-flight(counter)", growing),
                        Map.of(),
                        431_291));
    }

    static SteadyReport report(String name, SteadyRun run) {
        Scenario plain = Fixtures.set(name, Fixtures.healthy(1).runs(), List.of(), List.of(), JudgedBy.GATES)
                .scenario();
        Map<String, Claim> gates = Map.of("quick", CLAIMS.get(0), "calm", CLAIMS.get(1), "sound", CLAIMS.get(2));
        Scenario scenario = new Scenario(
                plain.semantics(),
                plain.name(),
                plain.about(),
                plain.clock(),
                plain.system(),
                plain.users(),
                plain.traffic(),
                plain.faults(),
                plain.monitors(),
                plain.responders(),
                plain.runbook(),
                plain.define(),
                plain.record(),
                new TreeMap<>(gates),
                Map.of(),
                plain.baseline());
        return new SteadyReport(scenario, run, SteadyGates.of(scenario, run));
    }

    private static SteadyRun run(WarmUp.Method method, long warmUpNanos, int factor, List<String> others) {
        Map<String, SteadyLevel> levels = new TreeMap<>();
        levels.put("in-flight", level(4, 15 * MINUTE));
        levels.put("in-flight(counter)", level(3.9, 20 * MINUTE));
        Map<String, SteadyMeasure> measures = new TreeMap<>();
        measures.put("goodput", measure(7.985, 0.08, 1));
        measures.put("in-flight", measure(4.014, 0.4, 1));
        measures.put("response-time.mean", measure(0.5026, 0.05, 1));
        measures.put("response-time.p99", measure(2.333, 0.9, 1));
        measures.put("success", measure(0.9972, 0.0004, 1));
        measures.put("utilization(counter)", measure(0.7989, 0.012, factor));
        for (String other : others) {
            levels.put("in-flight(" + other + ")", level(1, 2 * MINUTE));
            measures.put("utilization(" + other + ")", measure(0.2, 0.01, 1));
        }
        return new SteadyRun(7, LENGTH, new WarmUp(warmUpNanos, method), levels, measures, 431_291);
    }

    private static SteadyLevel level(double mean, long warmUpNanos) {
        List<Double> means = IntStream.range(0, 400)
                .mapToObj(i -> mean * Math.min(1, i / 20.0) + Math.sin(i) / 4 * Math.min(1, i / 20.0))
                .toList();
        return new SteadyLevel(LENGTH / 400, means, warmUpNanos, true);
    }

    private static SteadyMeasure measure(double value, double swing, int factor) {
        List<Double> batches = new ArrayList<>(IntStream.range(0, 20)
                .mapToObj(i -> value + swing * Math.sin(2.5 * i))
                .toList());
        Estimate estimate = new Estimate(value, value - swing / 3, value + swing / 3, 20);
        return new SteadyMeasure(estimate, -0.14, factor, batches);
    }
}
