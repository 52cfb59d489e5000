package dev.foreshock.cli.internal.run;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.engine.steady.SteadyGates;

/**
 * How a steady run ends.
 *
 * @param code the exit code
 * @param text the code and what it means here
 */
record SteadyEnding(ExitCode code, String text) {
    static SteadyEnding of(SteadyGates gates) {
        ExitCode code = ExitCode.of(gates.verdict());
        return new SteadyEnding(code, "exit " + code.number() + ": " + code.meaning() + explanation(gates, code));
    }

    private static String explanation(SteadyGates gates, ExitCode code) {
        if (gates.judged().isEmpty()) {
            return gates.unjudged().isEmpty()
                    ? ", as nothing is claimed"
                    : ", as no gate says anything about the long run";
        }
        return switch (code) {
            case PASSED ->
                gates.unjudged().isEmpty()
                        ? ", every gate holds"
                        : ", every gate holds that has a meaning in the long run";
            case DEVIATED -> ", a gate does not hold: a finding, not a failure of the tool";
            case INCONCLUSIVE -> ", a gate is not decided; --length makes the run longer";
            default -> "";
        };
    }
}
