package dev.foreshock.cli.internal;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.steady.SteadyGates;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.reports.SteadyReport;
import java.time.Duration;

/** Carries out {@code foreshock run --steady}: load, run, report. */
final class SteadyJob {
    private final Surroundings here;
    private final RunRequest request;
    private final SteadyOptions options;

    SteadyJob(Surroundings here, RunRequest request, SteadyOptions options) {
        this.here = here;
        this.request = request;
        this.options = options;
    }

    ExitCode run() {
        return new Intake(
                        here,
                        request.target(),
                        "only a scenario can be run",
                        request.format(),
                        request.quiet(),
                        request.color())
                .take((scenario, loaded) -> run(scenario));
    }

    private ExitCode run(Scenario written) {
        long started = System.nanoTime();
        try {
            Scenario scenario = request.without().from(written);
            SteadyRun run = simulate(options.length == null ? scenario : scenario.lasting(options.length));
            SteadyReport report = new SteadyReport(scenario.name(), run, SteadyGates.of(scenario, run));
            SteadyEnding ending = SteadyEnding.of(report.gates());
            Duration wall = Duration.ofNanos(System.nanoTime() - started);
            here.out()
                    .print(
                            request.json()
                                    ? report.json()
                                    : report.tell(wall, ending.text(), here.page(request.color())));
            here.out().flush();
            return ending.code();
        } catch (StoppedException e) {
            here.err().println("foreshock: interrupted");
            return ExitCode.INTERRUPTED;
        } catch (IllegalArgumentException e) { // a scenario that is invalid, or has no long run
            here.err().println("foreshock: " + e.getMessage());
            return ExitCode.INVALID;
        }
    }

    private SteadyRun simulate(Scenario scenario) {
        int runs = options.warmUp == null ? 2 : 1;
        ProgressLine progress = new ProgressLine(
                here.err(),
                ProgressLine.Style.of(here, request.quiet(), request.json()),
                runs,
                0,
                here.interrupts(),
                System::nanoTime);
        try {
            return SteadyRun.of(scenario, request.seed(), options.warmUp, progress);
        } finally {
            progress.clear();
        }
    }
}
