package dev.foreshock.cli.internal;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.Scaling;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.LoadResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Carries out {@code foreshock run}: load, scale, simulate, judge, report. */
final class RunJob {
    private final Surroundings here;
    private final RunRequest request;

    RunJob(Surroundings here, RunRequest request) {
        this.here = here;
        this.request = request;
    }

    ExitCode run() {
        LoadResult loaded = request.target().load();
        Scenario written = loaded.scenario();
        boolean isColored = here.wantsColorOnErr(request.color());
        if (written == null && loaded.isSound()) {
            here.err()
                    .println("foreshock: only a scenario can be run, but " + request.target().scenario + " is a "
                            + loaded.kind().name().toLowerCase(Locale.ROOT)
                            + "; a scenario names it: system: { from: FILE }");
            return ExitCode.INVALID;
        }
        if (written == null) {
            here.err().print(DiagnosticPrinter.print(loaded.errors(), isColored));
            here.err().println();
            here.err().println("foreshock: " + request.target().scenario + " is invalid, so nothing was run");
            here.err().print(ExplainCommand.hint(loaded.errors(), here));
            return ExitCode.INVALID;
        }
        JudgedBy judgedBy =
                judgedBy(written, loaded.isChanged() || !request.without().isNothing());
        if (!request.quiet()) {
            here.err().print(DiagnosticPrinter.print(loaded.warnings(), isColored));
        }
        Simulation simulation;
        try {
            simulation =
                    Simulation.of(Scaling.by(request.scale(), request.without().from(written)));
        } catch (IllegalArgumentException e) { // what Scaling and Without refuse, and InvalidScenarioException
            here.err().println("foreshock: " + e.getMessage());
            return ExitCode.INVALID;
        }
        RunReporter reporter = RunReporter.prepare(here, request, written.name());
        return simulate(simulation, judgedBy, reporter, loaded);
    }

    private ExitCode simulate(Simulation simulation, JudgedBy judgedBy, RunReporter reporter, LoadResult loaded) {
        Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try {
            RunSet runs = simulate(simulation, judgedBy);
            return reporter.report(runs, loaded, started, Duration.between(started, Instant.now()));
        } catch (StoppedException e) {
            here.err().println("foreshock: interrupted; nothing was written");
            return ExitCode.INTERRUPTED;
        }
    }

    private JudgedBy judgedBy(Scenario scenario, boolean isChanged) {
        JudgedBy wanted = request.judge();
        if (wanted == JudgedBy.RECORD && scenario.record().isEmpty()) {
            throw new UsageException(
                    "--judge record needs a scenario with a record, but " + scenario.name() + " has none");
        }
        if (wanted != null) {
            return wanted;
        }
        return scenario.record().isEmpty() || isChanged ? JudgedBy.GATES : JudgedBy.RECORD;
    }

    private RunSet simulate(Simulation simulation, JudgedBy judgedBy) {
        return new Runner(here, progressStyle(), request.seed(), request.replications(), request.threads())
                .run(simulation, judgedBy, request.scale());
    }

    private ProgressLine.Style progressStyle() {
        if (request.quiet() || (request.json() && !here.errIsTerminal())) {
            return ProgressLine.Style.SILENT;
        }
        return here.errIsTerminal() ? ProgressLine.Style.REWRITTEN : ProgressLine.Style.ADDED;
    }
}
