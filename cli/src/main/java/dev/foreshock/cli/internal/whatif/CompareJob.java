package dev.foreshock.cli.internal.whatif;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.files.OutputDirectory;
import dev.foreshock.cli.internal.findings.StepSummaryFile;
import dev.foreshock.cli.internal.language.Intake;
import dev.foreshock.cli.internal.options.BudgetConverter;
import dev.foreshock.cli.internal.options.RunFormat;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.run.Backgrounds;
import dev.foreshock.cli.internal.run.RunFiles;
import dev.foreshock.cli.internal.run.RunRequest;
import dev.foreshock.cli.internal.run.Runner;
import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.ProgressLine;
import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.cli.internal.terminal.Version;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.cause.Causes;
import dev.foreshock.engine.compare.ComparePlan;
import dev.foreshock.engine.compare.Comparing;
import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.describe.Printable;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.reports.CompareContext;
import dev.foreshock.reports.CompareFile;
import dev.foreshock.reports.Remark;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.StepSummary;
import dev.foreshock.reports.TerminalComparison;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.LoadedField;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import dev.foreshock.scenarios.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Carries out {@code foreshock compare}: load, run, report. */
final class CompareJob {
    private static final int STORY_REPLICATIONS = 5;

    private final Surroundings here;
    private final CompareRequest request;

    CompareJob(Surroundings here, CompareRequest request) {
        this.here = here;
        this.request = request;
    }

    ExitCode run() {
        Target target = request.target();
        Intake intake = new Intake(
                here, target, "only a scenario can be compared", request.format(), request.quiet(), request.color());
        LoadedField loaded;
        try {
            loaded = ScenarioLoader.standard().field(Source.of(target.scenario), target.all(), request.pairs());
        } catch (InvalidScenarioException e) {
            here.err().println("foreshock: a set of variants is no sound scenario:");
            here.err().println(e.getMessage());
            return ExitCode.INVALID;
        }
        Field field = loaded.field();
        Scenario scenario = loaded.loaded().scenario();
        if (field == null || scenario == null) {
            return intake.refuse(loaded.loaded());
        }
        if (scenario.gates().isEmpty()) {
            here.err()
                    .println(
                            "foreshock: nothing can suffice, as " + scenario.name()
                                    + " has no gates; say what the service must hold: gates: { affected: users.affected <= 5% }");
            return ExitCode.INVALID;
        }
        if (field.contenders().size() < 2) {
            here.err()
                    .println("foreshock: there is nothing to compare, as " + scenario.name()
                            + " has no variants; name measures: variants: { capacity: { set: { web.replicas: 4 } } }");
            return ExitCode.INVALID;
        }
        intake.warnOfVariants(loaded.loaded());
        loaded.impossible()
                .forEach((set, reason) -> here.err()
                        .println(Printable.of(
                                "note: " + set + " takes no part, as its variants exclude each other: " + reason)));
        OutputDirectory files = files(scenario.name());
        Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try {
            Field reduced = request.without().isNothing() ? field : Causes.without(field, request.without().causes);
            // The story first: a comparison that is stopped then has all of its files.
            RunSet unchanged =
                    files == null ? null : unchanged(request.without().from(scenario), loaded);
            here.interrupts().keepsWhatIsKnown();
            Instant began = Instant.now();
            Comparison comparison = compare(reduced, loaded, scenario);
            Duration comparing = Duration.between(began, Instant.now());
            if (comparison.isStopped()) {
                here.err().println("foreshock: interrupted; what is known by now is kept");
            }
            Duration wall = Duration.between(started, Instant.now());
            Map<String, String> texts = unchanged == null
                    ? Map.of()
                    : texts(comparison, unchanged, runContext(loaded, files, started, wall));
            return report(comparison, scenario, loaded.loaded(), texts, files, started, comparing);
        } catch (StoppedException e) {
            here.err().println("foreshock: interrupted; nothing was written");
            return ExitCode.INTERRUPTED;
        } catch (InvalidScenarioException e) {
            here.err().println("foreshock: a draw of the knobs is no sound scenario; narrow its range:");
            here.err().println(e.getMessage());
            return ExitCode.INVALID;
        } catch (IllegalArgumentException e) { // what is no cause
            here.err().println("foreshock: " + e.getMessage());
            return ExitCode.INVALID;
        }
    }

    private Comparison compare(Field field, LoadedField loaded, Scenario scenario) {
        return CompareProgress.during(
                here,
                ProgressLine.Style.of(here, request.quiet(), request.json()),
                request.threads(),
                (executor, watcher) -> Comparing.run(field, plan(loaded, scenario, executor), watcher));
    }

    /** Runs the scenario as written, for its story: with no draw of the knobs, and judged as {@code run} does. */
    private RunSet unchanged(Scenario scenario, LoadedField loaded) {
        JudgedBy judgedBy =
                scenario.record().isEmpty() || loaded.loaded().isChanged() ? JudgedBy.GATES : JudgedBy.RECORD;
        int threads = Math.min(request.threads(), RunRequest.defaultThreads(STORY_REPLICATIONS));
        return new Runner(here, ProgressLine.Style.SILENT, request.seed(), STORY_REPLICATIONS, threads)
                .run(Simulation.of(scenario), judgedBy, 1);
    }

    private ComparePlan plan(LoadedField loaded, Scenario scenario, ExecutorService executor) {
        Integer asked = request.draws() == null ? loaded.draws() : request.draws();
        int draws = asked == null ? Comparing.drawsFor(Comparing.demanded(scenario, loaded.holds())) : asked;
        return new ComparePlan(
                request.seed(),
                draws,
                request.replications(),
                loaded.holds(),
                request.full() ? Long.MAX_VALUE : BudgetConverter.events(request.budget()),
                request.full(),
                loaded.ranking(),
                request.threads(),
                executor);
    }

    // --- what becomes of it

    private @Nullable OutputDirectory files(String scenario) {
        Path wanted = request.out();
        Path usual = Path.of("runs").resolve(RunFiles.asFileName(scenario)).resolve("compare");
        if (wanted == null && request.json()) {
            return null;
        }
        try {
            return OutputDirectory.at(here.directory().resolve(wanted == null ? usual : wanted));
        } catch (IOException e) {
            if (wanted != null) {
                throw new UsageException("--out must be a directory that can be written, but was " + wanted + " ("
                        + DiskWords.of(e) + ")");
            }
            here.err().println("note: nothing is written, as " + usual + " is not writable; --out names another place");
            return null;
        }
    }

    private static Map<String, String> texts(Comparison comparison, RunSet unchanged, RunContext context) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (CompareFile file : CompareFile.values()) {
            texts.put(file.fileName(), file.render(comparison, unchanged, context));
        }
        return texts;
    }

    private ExitCode report(
            Comparison comparison,
            Scenario scenario,
            LoadResult loaded,
            Map<String, String> texts,
            @Nullable OutputDirectory files,
            Instant started,
            Duration wall) {
        CompareEnding ending = CompareEnding.of(comparison);
        ExitCode code = ending.code();
        if (files != null) {
            try {
                files.writeResult(texts);
            } catch (IOException e) {
                here.err().println("foreshock: the files could not be written: " + DiskWords.of(e));
                code = code.or(ExitCode.USAGE);
            }
        }
        if (request.json()) {
            here.out().print(CompareFile.json(comparison, request.without().causes));
        } else if (request.format() == RunFormat.github) {
            CompareContext context = context(files, started, wall);
            new StepSummaryFile(here)
                    .write(
                            Remark.of(comparison, scenario.gates()),
                            loaded,
                            ending.text(),
                            most -> StepSummary.of(comparison, context, ending.text(), most));
        } else if (request.quiet()) {
            here.out().println(Printable.of(comparison.scenario() + " · " + ending.text()));
        } else {
            here.out()
                    .print(TerminalComparison.tell(
                            comparison, context(files, started, wall), ending.text(), here.page(request.color())));
        }
        here.out().flush();
        return code;
    }

    private RunContext runContext(LoadedField loaded, @Nullable OutputDirectory files, Instant started, Duration wall) {
        return new RunContext(
                request.command(here.command()),
                here.command() + " run " + Shell.quoted(request.target().scenario),
                Version.foreshock(),
                Version.java(),
                started,
                wall,
                request.threads(),
                loaded.variants().stream().map(Variant::name).toList(),
                files == null
                        ? null
                        : files.file(CompareFile.REPORT_HTML.fileName()).toString(),
                Backgrounds.of(loaded.loaded(), loaded.variants()),
                Backgrounds.origin(here, request.target(), request.without()));
    }

    private CompareContext context(@Nullable OutputDirectory files, Instant started, Duration wall) {
        return new CompareContext(
                request.command(here.command()),
                here.command() + " compare " + Shell.quoted(request.target().scenario),
                Version.foreshock(),
                Version.java(),
                started,
                wall,
                request.threads(),
                files == null ? null : files.file("").toString(),
                request.without().causes);
    }
}
