package dev.foreshock.reports;

import dev.foreshock.engine.forecast.Forecast;
import dev.foreshock.engine.forecast.Rehearsed;
import dev.foreshock.engine.load.LoadSeen;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Rehearsal;
import dev.foreshock.reports.internal.html.HtmlReport;
import dev.foreshock.reports.internal.json.RehearsalJson;
import dev.foreshock.reports.internal.terminal.RehearsalScreen;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was foretold of a rehearsal beside what was observed.
 *
 * @param rehearsed the rehearsal
 * @param places where each fault was applied, by its name, such as {@code by a proxy before db}
 * @param late by how much 99 % of what the twin did was not late: how well the machine kept up
 * @param mostLate by how much the latest was late
 * @param load what a load generator wrote down that sent what users send, or null
 * @param others what stood in the place of components or behind them that nobody here wrote, by component, such as {@code pages in Redis};
 *     all else was ours
 * @param calibrated what the prediction was made with that was measured before, or null
 */
public record RehearsalReport(
        Rehearsed rehearsed,
        Map<String, String> places,
        Duration late,
        Duration mostLate,
        @Nullable LoadSeen load,
        Map<String, String> others,
        @Nullable Calibrated calibrated) {
    /** The name of the file with {@link #json}. */
    public static final String FILE_NAME = "rehearsal.json";

    /** The {@code world} of what is rehearsed, as {@code result.json} has it. */
    static final String WORLD = "staging";

    /** Copies the maps. */
    public RehearsalReport {
        places = Collections.unmodifiableMap(new TreeMap<>(places));
        others = Collections.unmodifiableMap(new TreeMap<>(others));
    }

    /**
     * Returns the text for a terminal.
     *
     * @param ending how the command ends
     */
    public String tell(RunContext context, String ending, Page page) {
        return RehearsalScreen.of(this, context, ending, page);
    }

    /**
     * Returns the text for programs.
     *
     * @param origin in what the rehearsal differed from its file
     */
    public String json(Origin origin) {
        return RehearsalJson.render(this, origin);
    }

    /** Returns the page for people: that of a run, and what was foretold beside what was observed. */
    public String html(RunContext context) {
        return HtmlReport.rehearsed(Account.of(rehearsed.runs()), Rehearsal.of(this), context);
    }

    /** Returns a forecast for programs, as it is written before the rehearsal begins. */
    public static String json(String scenario, Forecast forecast) {
        return RehearsalJson.render(scenario, forecast);
    }
}
