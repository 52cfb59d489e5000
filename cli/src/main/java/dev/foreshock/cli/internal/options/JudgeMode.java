package dev.foreshock.cli.internal.options;

import dev.foreshock.engine.RunSet.JudgedBy;

/** What decides about a verdict; named as on the command line. */
public enum JudgeMode {
    /** Does the model repeat history? */
    record(JudgedBy.RECORD),
    /** Does the system hold? */
    gates(JudgedBy.GATES);

    private final JudgedBy judgedBy;

    JudgeMode(JudgedBy judgedBy) {
        this.judgedBy = judgedBy;
    }

    public JudgedBy judgedBy() {
        return judgedBy;
    }
}
