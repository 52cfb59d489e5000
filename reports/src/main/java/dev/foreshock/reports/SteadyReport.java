package dev.foreshock.reports;

import dev.foreshock.engine.steady.SteadyGates;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.reports.internal.json.SteadyJson;
import dev.foreshock.reports.internal.terminal.SteadyScreen;
import java.time.Duration;

/**
 * Tells what a system does in the long run.
 *
 * @param scenario the name of the scenario
 * @param run the run
 * @param gates what it says of the gates of the scenario
 */
public record SteadyReport(String scenario, SteadyRun run, SteadyGates gates) {
    /**
     * Returns the text for a terminal.
     *
     * @param ending how the command ends
     */
    public String tell(Duration wall, String ending, Page page) {
        return SteadyScreen.of(this, wall, ending, page);
    }

    /** Returns the text for programs, which depends on nothing but the result. */
    public String json() {
        return SteadyJson.render(this);
    }
}
