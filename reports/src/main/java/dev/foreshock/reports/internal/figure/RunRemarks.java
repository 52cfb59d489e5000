package dev.foreshock.reports.internal.figure;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.Remark;
import dev.foreshock.reports.Remark.Level;
import dev.foreshock.reports.Remark.Subject;
import dev.foreshock.reports.internal.text.Readings;
import java.util.Comparator;
import java.util.List;

/** Says of each deciding claim that does not hold what was observed and what was wanted. */
public final class RunRemarks {
    private RunRemarks() {}

    /** Returns the remarks, the worst first, else in the order of the claims. */
    public static List<Remark> of(RunSet runs) {
        boolean byRecord = runs.judgedBy() == JudgedBy.RECORD;
        Subject subject = byRecord ? Subject.RECORD : Subject.GATE;
        return (byRecord ? runs.record() : runs.gates())
                .stream()
                        .filter(judgement -> judgement.verdict() != Verdict.PASSED)
                        .map(judgement ->
                                remark(subject, judgement, runs.scenario().clock()))
                        .sorted(Comparator.comparing(Remark::level))
                        .toList();
    }

    private static Remark remark(Subject subject, Judgement judgement, Clock clock) {
        String kind = subject == Subject.RECORD ? "record " : "gate ";
        String verdict = judgement.verdict() == Verdict.ERROR
                ? " could not be evaluated"
                : " " + judgement.verdict().text();
        return new Remark(
                level(judgement.verdict()),
                subject,
                judgement.name(),
                kind + judgement.name() + verdict,
                text(judgement, clock));
    }

    /** Returns how bad a verdict is. */
    public static Level level(Verdict verdict) {
        return verdict == Verdict.INCONCLUSIVE ? Level.WARNING : verdict == Verdict.PASSED ? Level.NOTICE : Level.ERROR;
    }

    private static String text(Judgement judgement, Clock clock) {
        Estimate holds = judgement.holds();
        String held = judgement.claim().share() == null
                ? ""
                : "; it held in " + Math.round(holds.value() * holds.n()) + " of " + holds.n() + " replications";
        return observed(judgement, clock) + ", wanted " + judgement.claim() + held
                + (judgement.reason().isEmpty() ? "" : " (" + judgement.reason() + ")");
    }

    /** Returns what was observed, with its interval. */
    static String observed(Judgement judgement, Clock clock) {
        return "observed " + Readings.observed(judgement, clock) + interval(judgement, clock);
    }

    private static String interval(Judgement judgement, Clock clock) {
        Estimate observed = judgement.observed();
        if (observed == null || observed.n() < 2) {
            String shares = ShareWords.of(judgement, clock);
            return shares.isEmpty() || judgement.median() == null ? "" : " (" + shares + ")";
        }
        Dimension dimension = judgement.claim().measure().dimension();
        return " (95 %: " + Readings.value(dimension, observed.low(), clock) + " to "
                + Readings.value(dimension, observed.high(), clock) + ")";
    }
}
