package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.forecast.Figure;
import dev.foreshock.engine.forecast.Forecast.Foretold;
import dev.foreshock.engine.forecast.Rehearsed;
import dev.foreshock.engine.forecast.Rehearsed.Lies;
import dev.foreshock.engine.load.LoadSeen;
import dev.foreshock.reports.Calibrated;
import dev.foreshock.reports.RehearsalReport;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a rehearsal beside the account of its one run; it can be read of a file.
 *
 * @param replications how many replications it was foretold by
 * @param figures what was foretold and observed, in order
 * @param places where each fault was applied, by its name
 * @param others what nobody here wrote, by component
 * @param late by how much 99 % of what the twin did was not late
 * @param mostLate by how much the latest was late
 * @param load what a load generator wrote down, or null
 * @param calibrated what it was foretold with that was measured before, or null
 */
public record Rehearsal(
        int replications,
        List<Compared> figures,
        Map<String, String> places,
        Map<String, String> others,
        Duration late,
        Duration mostLate,
        @Nullable LoadSeen load,
        @Nullable Calibrated calibrated) {
    /**
     * A figure, foretold and observed.
     *
     * @param figure which
     * @param foretold what was foretold, or null
     * @param observed what was observed, or null
     * @param lies where that lies
     */
    public record Compared(
            Figure figure,
            @Nullable Foretold foretold,
            @Nullable Double observed,
            Lies lies) {}

    /** Copies the collections. */
    public Rehearsal {
        figures = List.copyOf(figures);
        places = Collections.unmodifiableMap(new TreeMap<>(places));
        others = Collections.unmodifiableMap(new TreeMap<>(others));
    }

    /** Returns what is told of {@code report}. */
    public static Rehearsal of(RehearsalReport report) {
        Rehearsed rehearsed = report.rehearsed();
        return new Rehearsal(
                rehearsed.forecast().replications(),
                rehearsed.figures().stream()
                        .map(figure -> new Compared(
                                figure,
                                rehearsed.forecast().foretold().get(figure),
                                rehearsed.observed().get(figure),
                                rehearsed.lies(figure)))
                        .toList(),
                report.places(),
                report.others(),
                report.late(),
                report.mostLate(),
                report.load(),
                report.calibrated());
    }
}
