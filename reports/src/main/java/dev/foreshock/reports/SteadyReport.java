package dev.foreshock.reports;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.steady.SteadyGates;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.reports.internal.terminal.SteadyScreen;

/**
 * Tells what a system does in the long run.
 *
 * @param scenario the scenario, as long as it was run
 * @param run the run
 * @param gates what it says of the gates of the scenario
 */
public record SteadyReport(Scenario scenario, SteadyRun run, SteadyGates gates) {
    /**
     * Returns the text for a terminal.
     *
     * @param ending how the command ends
     */
    public String tell(RunContext context, String ending, Page page) {
        return SteadyScreen.of(this, context, ending, page);
    }
}
