package dev.foreshock.reports.internal.figure;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Ruling;
import java.util.ArrayList;
import java.util.List;

/** Says in a few words how a group of claims fared. */
public final class Tally {
    private static final Verdict[] BAD = {Verdict.ERROR, Verdict.ABORTED, Verdict.DEVIATED, Verdict.INCONCLUSIVE};

    private Tally() {}

    /** Returns what the record says about the model. */
    public static String model(Account runs) {
        if (runs.record().isEmpty()) {
            return runs.hasRecord() ? "not judged" : "";
        }
        String said = switch (worst(runs.record())) {
            case PASSED -> "repeats history: ";
            case INCONCLUSIVE -> "undecided: ";
            default -> "does not repeat history: ";
        };
        return said + counts(runs.record(), "records");
    }

    /** Returns what the gates say about the system. */
    public static String system(Account runs) {
        if (runs.gates().isEmpty()) {
            return "";
        }
        return isPassed(runs.gates()) ? "holds: " + counts(runs.gates(), "gates") : counts(runs.gates(), "gates");
    }

    private static boolean isPassed(List<Ruling> rulings) {
        return worst(rulings) == Verdict.PASSED;
    }

    /** Returns the worst verdict; passed when there are none. */
    public static Verdict worst(List<Ruling> rulings) {
        return Verdict.worst(rulings.stream().map(Ruling::verdict).toList());
    }

    private static String counts(List<Ruling> rulings, String noun) {
        if (isPassed(rulings)) {
            return rulings.size() + " of " + rulings.size() + " " + noun;
        }
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : BAD) {
            long count = rulings.stream()
                    .filter(ruling -> ruling.verdict() == verdict)
                    .count();
            if (count > 0) {
                parts.add((parts.isEmpty() ? count + " of " + rulings.size() + " " + noun : Long.toString(count))
                        + (verdict == Verdict.ERROR ? " could not be evaluated" : " " + verdict.text()));
            }
        }
        return String.join(", ", parts);
    }
}
