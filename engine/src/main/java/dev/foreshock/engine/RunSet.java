package dev.foreshock.engine;

import dev.foreshock.engine.internal.judge.Measures;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.RunResult;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The replications of one scenario, with what they say about its claims.
 *
 * @param scenario the scenario as it was run
 * @param seed the seed
 * @param scale the factor on the size of the system; 1 for the full size
 * @param runs the replications, in order
 * @param exemplar the index of the replication whose figures lie closest to the middle; stories are told of it
 * @param record judgements of the record; empty when the gates decide, as they do for a changed scenario
 * @param gates judgements of the gates
 * @param judgedBy which of the two decides
 * @param fidelity how faithful a scaled system is to one run of the full size; null if that was not run
 * @param ended what ended the replications
 */
public record RunSet(
        Scenario scenario,
        long seed,
        double scale,
        List<RunResult> runs,
        int exemplar,
        List<Judgement> record,
        List<Judgement> gates,
        JudgedBy judgedBy,
        @Nullable Fidelity fidelity,
        Ended ended) {
    /** What decides about the verdict. */
    public enum JudgedBy {
        /** The record: does the model repeat history? */
        RECORD,
        /** The gates: does the system hold? */
        GATES
    }

    /** Copies the lists. */
    public RunSet {
        runs = List.copyOf(runs);
        record = List.copyOf(record);
        gates = List.copyOf(gates);
    }

    /** Creates a set of a number of replications that was chosen before, not compared with the full size. */
    public RunSet(
            Scenario scenario,
            long seed,
            double scale,
            List<RunResult> runs,
            int exemplar,
            List<Judgement> record,
            List<Judgement> gates,
            JudgedBy judgedBy) {
        this(scenario, seed, scale, runs, exemplar, record, gates, judgedBy, null, Ended.FIXED);
    }

    /** Returns this set, compared with one run of the full size. */
    public RunSet against(Fidelity fullSize) {
        return new RunSet(scenario, seed, scale, runs, exemplar, record, gates, judgedBy, fullSize, ended);
    }

    /** Returns this set with what ended it. */
    public RunSet ended(Ended end) {
        return new RunSet(scenario, seed, scale, runs, exemplar, record, gates, judgedBy, fidelity, end);
    }

    /** Returns the replication that stories are told of. */
    public RunResult exemplarRun() {
        return runs.get(exemplar);
    }

    /** Returns the verdict: the worst of the deciding judgements. */
    public Verdict verdict() {
        return Verdict.worst(deciding().stream().map(Judgement::verdict).toList());
    }

    /** Returns the judgements that decide about the verdict. */
    public List<Judgement> deciding() {
        return judgedBy == JudgedBy.RECORD ? record : gates;
    }

    /**
     * Returns what a later run may be compared with: the mean of every measure over the whole run (and of crashes by
     * component, and of what is counted by class of requests) and of every claim, under {@link
     * dev.foreshock.engine.judge.Claim#observes()}. In the base unit of the measure; infinite for what never came in some
     * replication, absent for what was not observed in all.
     */
    public Map<String, Double> measures() {
        return Measures.of(this);
    }

    /** Returns the mean of a figure over the replications where it is a number; null if it is in none. */
    public @Nullable Estimate estimate(ToDoubleFunction<RunResult> figure) {
        double[] samples =
                runs.stream().mapToDouble(figure).filter(Double::isFinite).toArray();
        return samples.length == 0 ? null : Estimate.mean(samples);
    }

    /** Returns the share of replications in which a figure is infinite: never reached. */
    public double neverShare(ToDoubleFunction<RunResult> figure) {
        return (double) runs.stream()
                        .mapToDouble(figure)
                        .filter(Double::isInfinite)
                        .count()
                / runs.size();
    }
}
