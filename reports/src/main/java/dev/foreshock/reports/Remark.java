package dev.foreshock.reports;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.reports.internal.figure.RunRemarks;
import dev.foreshock.reports.internal.figure.compare.CompareRemarks;
import java.util.List;
import java.util.Map;

/**
 * Something to say beside the line of a file on which a thing is written.
 *
 * @param level how bad it is
 * @param subject what kind of thing it is about
 * @param name the name of the thing; of a knob, its path
 * @param title what it is in a few words
 * @param text what was found
 */
public record Remark(Level level, Subject subject, String name, String title, String text) {

    /** How bad something is, the worst first. */
    public enum Level {
        /** It deviated, or could not be evaluated. */
        ERROR,
        /** It is not decided. */
        WARNING,
        /** It is good to know. */
        NOTICE
    }

    /** What a remark is about. */
    public enum Subject {
        /** A claim about history. */
        RECORD,
        /** A claim about the service. */
        GATE,
        /** A change to the scenario. */
        VARIANT,
        /** A number that is not known exactly. */
        KNOB
    }

    /** Returns what there is to say of the claims that decide about a run and do not hold, the worst first. */
    public static List<Remark> of(RunSet runs) {
        return RunRemarks.of(runs);
    }

    /**
     * Returns what there is to say of gates, of variants and of the knob that decides, the worst first. Where a set suffices,
     * what others lack is no more than good to know.
     *
     * @param gates the gates of the scenario
     */
    public static List<Remark> of(Comparison comparison, Map<String, Claim> gates) {
        return CompareRemarks.of(comparison, gates);
    }
}
