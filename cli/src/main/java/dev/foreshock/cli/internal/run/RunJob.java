package dev.foreshock.cli.internal.run;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.language.Intake;
import dev.foreshock.cli.internal.terminal.ProgressLine;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.engine.Fidelity;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Quantity;
import dev.foreshock.scenarios.LoadResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Carries out {@code foreshock run}: load, scale, simulate, judge, report. */
final class RunJob {
    private final Surroundings here;
    private final RunRequest request;

    RunJob(Surroundings here, RunRequest request) {
        this.here = here;
        this.request = request;
    }

    ExitCode run() {
        Intake intake = new Intake(
                here,
                request.target(),
                "only a scenario can be run",
                request.format(),
                request.quiet(),
                request.color());
        return intake.takeUnwarned((scenario, loaded) -> run(scenario, loaded, intake));
    }

    private ExitCode run(Scenario written, LoadResult loaded, Intake intake) {
        boolean isChanged = loaded.isChanged() || !request.without().isNothing();
        JudgedBy judgedBy = judgedBy(written, isChanged || request.compress() != 1);
        intake.warn(loaded);
        if (!request.quiet()) {
            MovedYardstick.warning(loaded, request.target()).ifPresent(here.err()::println);
        }
        Simulation simulation;
        Scenario full;
        try {
            full = request.transformation().compressed(request.without().from(written));
            simulation = Simulation.of(request.transformation().scaled(full));
        } catch (IllegalArgumentException e) { // what Transformation and Without refuse, and InvalidScenarioException
            here.err().println("foreshock: " + e.getMessage());
            return ExitCode.INVALID;
        }
        RunReporter reporter = RunReporter.prepare(here, request, written.name());
        Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        here.interrupts().keepsWhatIsKnown();
        try {
            RunSet runs = simulate(simulation, judgedBy, full);
            Fidelity fidelity = runs.fidelity();
            if (request.scale() < 1 && fidelity != null && !fidelity.large().isEmpty()) {
                here.err().println("foreshock: " + Unfaithful.message(fidelity));
                return ExitCode.INVALID;
            }
            return reporter.report(runs, loaded, started, Duration.between(started, Instant.now()));
        } catch (StoppedException e) {
            return here.interrupted(false);
        }
    }

    private JudgedBy judgedBy(Scenario scenario, boolean isChanged) {
        JudgedBy wanted = request.judge();
        if (wanted == JudgedBy.RECORD && scenario.record().isEmpty()) {
            throw new UsageException(
                    "--judge record needs a scenario with a record, but " + scenario.name() + " has none");
        }
        if (wanted == JudgedBy.RECORD && request.compress() != 1) {
            throw new UsageException(
                    "--judge record needs the story in full length, which the record is about, so not --compress");
        }
        if (wanted != null) {
            return wanted;
        }
        return scenario.record().isEmpty() || isChanged ? JudgedBy.GATES : JudgedBy.RECORD;
    }

    private RunSet simulate(Simulation simulation, JudgedBy judgedBy, Scenario full) {
        Runner runner = new Runner(
                here,
                ProgressLine.Style.of(here, request.quiet(), request.json()),
                request.seed(),
                request.looking().stopping(),
                request.threads());
        if (request.scale() == 1 || !request.fullSize()) {
            return runner.runAsFarAsItGoes(simulation, judgedBy, request.scale());
        }
        if (!request.quiet()) {
            here.err()
                    .println(
                            "note: one replication of the full size is run as well, to show what the scale costs; it takes "
                                    + Quantity.number(Math.rint(1 / request.scale() * 10) / 10)
                                    + " times as long as one of the others (--no-full-size leaves it out)");
        }
        return runner.runSampled(simulation, judgedBy, request.scale(), full);
    }
}
