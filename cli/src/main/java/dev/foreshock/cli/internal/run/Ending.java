package dev.foreshock.cli.internal.run;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;

/**
 * How a run ends.
 *
 * @param code the exit code
 * @param text the code and what it means here
 */
record Ending(ExitCode code, String text) {
    static Ending of(RunSet runs, RunRequest request) {
        if (runs.ended().isInterrupted()) {
            return interrupted(runs);
        }
        ExitCode code = ExitCode.of(runs.verdict());
        return new Ending(code, "exit " + code.number() + ": " + code.meaning() + explanation(runs, request, code));
    }

    private static Ending interrupted(RunSet runs) {
        ExitCode code = ExitCode.INTERRUPTED;
        int replications = runs.runs().size();
        return new Ending(
                code,
                "exit " + code.number() + ": " + code.meaning() + ", after "
                        + (replications == 1 ? "1 replication" : replications + " replications") + "; by then "
                        + runs.verdict().text());
    }

    private static String explanation(RunSet runs, RunRequest request, ExitCode code) {
        boolean byRecord = runs.judgedBy() == JudgedBy.RECORD;
        if ((byRecord ? runs.record() : runs.gates()).isEmpty()) {
            return ", as nothing is claimed";
        }
        return switch (code) {
            case PASSED -> byRecord ? ", history repeated" : ", every gate holds";
            case DEVIATED ->
                byRecord
                        ? ", the model does not repeat history"
                        : ", a gate does not hold: a finding, not a failure of the tool";
            case INCONCLUSIVE ->
                ", an interval straddles its limit" + request.looking().remedy(runs);
            default -> "";
        };
    }
}
