package dev.foreshock.reports.internal.figure;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Says in a few words how a group of claims fared. */
public final class Tally {
    private static final Verdict[] BAD = {Verdict.ERROR, Verdict.ABORTED, Verdict.DEVIATED, Verdict.INCONCLUSIVE};

    private Tally() {}

    /** Returns what the record says about the model. */
    public static String model(RunSet runs) {
        if (runs.record().isEmpty()) {
            return runs.scenario().record().isEmpty() ? "" : "not judged";
        }
        String said = switch (worst(runs.record())) {
            case PASSED -> "repeats history: ";
            case INCONCLUSIVE -> "undecided: ";
            default -> "does not repeat history: ";
        };
        return said + counts(runs.record(), "records");
    }

    /** Returns what the gates say about the system. */
    public static String system(RunSet runs) {
        if (runs.gates().isEmpty()) {
            return "";
        }
        return isPassed(runs.gates()) ? "holds: " + counts(runs.gates(), "gates") : counts(runs.gates(), "gates");
    }

    private static boolean isPassed(List<Judgement> judgements) {
        return worst(judgements) == Verdict.PASSED;
    }

    /** Returns the worst verdict; passed when there are none. */
    public static Verdict worst(List<Judgement> judgements) {
        return Verdict.worst(judgements.stream().map(Judgement::verdict).toList());
    }

    private static String counts(List<Judgement> judgements, String noun) {
        if (isPassed(judgements)) {
            return judgements.size() + " of " + judgements.size() + " " + noun;
        }
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : BAD) {
            long count = judgements.stream()
                    .filter(judgement -> judgement.verdict() == verdict)
                    .count();
            if (count > 0) {
                parts.add((parts.isEmpty() ? count + " of " + judgements.size() + " " + noun : Long.toString(count))
                        + (verdict == Verdict.ERROR ? " could not be evaluated" : " " + verdict.text()));
            }
        }
        return String.join(", ", parts);
    }
}
