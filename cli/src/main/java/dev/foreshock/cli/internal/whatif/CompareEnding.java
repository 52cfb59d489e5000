package dev.foreshock.cli.internal.whatif;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.judge.Verdict;

/**
 * How a comparison ends.
 *
 * @param code the exit code
 * @param text the code and what it means here
 */
record CompareEnding(ExitCode code, String text) {
    static CompareEnding of(Comparison comparison) {
        if (comparison.isStopped()) {
            return new CompareEnding(
                    ExitCode.INTERRUPTED,
                    "exit " + ExitCode.INTERRUPTED.number() + ": interrupted; this is what was known by then");
        }
        ExitCode code = code(comparison);
        return new CompareEnding(code, "exit " + code.number() + ": " + meaning(code));
    }

    private static ExitCode code(Comparison comparison) {
        if (has(comparison, Verdict.ERROR)) {
            return ExitCode.INVALID;
        } else if (has(comparison, Verdict.PASSED)) {
            return ExitCode.PASSED;
        }
        return has(comparison, Verdict.INCONCLUSIVE) || !comparison.untried().isEmpty()
                ? ExitCode.INCONCLUSIVE
                : ExitCode.DEVIATED;
    }

    private static boolean has(Comparison comparison, Verdict verdict) {
        return comparison.standings().stream().anyMatch(standing -> standing.verdict() == verdict);
    }

    private static String meaning(ExitCode code) {
        return switch (code) {
            case PASSED -> "a set of measures suffices";
            case DEVIATED -> "no set of measures suffices: a finding, not a failure of the tool";
            case INCONCLUSIVE -> "no set of measures is known to suffice yet";
            default -> "a gate could not be evaluated";
        };
    }
}
