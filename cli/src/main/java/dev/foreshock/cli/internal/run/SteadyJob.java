package dev.foreshock.cli.internal.run;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.language.Intake;
import dev.foreshock.cli.internal.terminal.ProgressLine;
import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.Version;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.steady.SteadyGates;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.SteadyFile;
import dev.foreshock.reports.SteadyReport;
import dev.foreshock.scenarios.LoadResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries out {@code foreshock run --steady}: load, run, judge, report. */
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
                .take(this::run);
    }

    private ExitCode run(Scenario written, LoadResult loaded) {
        Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try {
            Scenario whole = request.without().from(written);
            Scenario scenario = options.length == null ? whole : whole.lasting(options.length);
            SteadyRun.requireSteady(scenario);
            RunFiles files = RunFiles.prepare(here, request, place(written.name()));
            here.interrupts().keepsWhatIsKnown();
            SteadyRun run = simulate(scenario);
            Duration wall = Duration.between(started, Instant.now());
            SteadyReport report = new SteadyReport(scenario, run, SteadyGates.of(scenario, run));
            return report(report, files, context(loaded, files, started, wall));
        } catch (StoppedException e) {
            here.err().println("foreshock: interrupted");
            return ExitCode.INTERRUPTED;
        } catch (IllegalArgumentException e) { // a scenario that is invalid, or has no long run
            here.err().println("foreshock: " + e.getMessage());
            return ExitCode.INVALID;
        }
    }

    /** The same scenario is asked both questions, and is laid beside its variants: no answer must take the place of another. */
    private String place(String scenario) {
        List<String> names = new ArrayList<>(List.of(scenario));
        names.addAll(request.target().variants);
        names.add("steady");
        return String.join("-", names);
    }

    private ExitCode report(SteadyReport report, RunFiles files, RunContext context) {
        SteadyEnding ending = SteadyEnding.of(report.gates());
        ExitCode code = ending.code();
        if (files.directory() != null && !files.write(texts(report, context))) {
            code = code.or(ExitCode.USAGE);
        }
        here.out()
                .print(
                        request.json()
                                ? SteadyFile.json(report)
                                : report.tell(context, ending.text(), here.page(request.color())));
        here.out().flush();
        return code;
    }

    private static Map<String, String> texts(SteadyReport report, RunContext context) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (SteadyFile file : SteadyFile.values()) {
            texts.put(file.fileName(), file.render(report, context));
        }
        return texts;
    }

    private RunContext context(LoadResult loaded, RunFiles files, Instant started, Duration wall) {
        return new RunContext(
                request.command(here.command(), options.text()),
                here.command() + " run " + Shell.quoted(request.target().scenario),
                Version.foreshock(),
                Version.java(),
                started,
                wall,
                1,
                loaded.variants(),
                files.path(SteadyFile.REPORT_HTML.fileName()),
                Backgrounds.of(loaded, List.of()),
                Backgrounds.origin(here, request.target(), request.without()));
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
