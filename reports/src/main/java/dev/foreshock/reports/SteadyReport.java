package dev.foreshock.reports;

import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.reports.internal.json.SteadyJson;
import dev.foreshock.reports.internal.terminal.SteadyScreen;
import java.time.Duration;
import java.util.List;

/**
 * Tells what a system does in the long run.
 *
 * @param scenario the name of the scenario
 * @param run the run
 * @param notJudged the names of the gates of the scenario, none of which is judged
 */
public record SteadyReport(String scenario, SteadyRun run, List<String> notJudged) {
    /** Copies the list. */
    public SteadyReport {
        notJudged = List.copyOf(notJudged);
    }

    /** Returns the text for a terminal. */
    public String tell(Duration wall) {
        return SteadyScreen.of(this, wall);
    }

    /** Returns the text for programs, which depends on nothing but the result. */
    public String json() {
        return SteadyJson.render(this);
    }
}
