package dev.foreshock.cli.internal.language;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.findings.StepSummaryFile;
import dev.foreshock.cli.internal.options.RunFormat;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.terminal.ColorMode;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.reports.PastRun;
import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.LoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * What comes before every job: what was asked for is loaded, what is no sound scenario is refused, and of the rest the warnings
 * are shown.
 *
 * @param here where the command runs
 * @param target what was asked for
 * @param only what only a scenario can, as the start of a sentence: {@code only a scenario can be run}
 * @param format how the result is written, and so the refusal
 * @param quiet whether to show no warnings
 * @param color when to use colors
 */
public record Intake(Surroundings here, Target target, String only, RunFormat format, boolean quiet, ColorMode color) {
    /** Does {@code job} with the scenario, of which the warnings are shown first; returns how the command ends. */
    public ExitCode take(BiFunction<Scenario, LoadResult, ExitCode> job) {
        return takeUnwarned((scenario, loaded) -> {
            warn(loaded);
            return job.apply(scenario, loaded);
        });
    }

    /** Does the same without warnings: {@code job} shows them where it has more to refuse. */
    public ExitCode takeUnwarned(BiFunction<Scenario, LoadResult, ExitCode> job) {
        LoadResult loaded = target.load();
        Scenario scenario = loaded.scenario();
        return scenario == null ? refuse(loaded) : job.apply(scenario, loaded);
    }

    /** Shows the warnings about what is used: the scenario with the variants that were chosen. */
    public void warn(LoadResult loaded) {
        warn(loaded.warningsInUse());
    }

    /** Shows all warnings, as is due where every variant takes part. */
    public void warnOfVariants(LoadResult loaded) {
        warn(loaded.warnings());
    }

    private void warn(List<Diagnostic> warnings) {
        if (!quiet) {
            here.err().print(DiagnosticPrinter.print(warnings, here.wantsColorOnErr(color)));
        }
    }

    /** Prints what is wrong with a file that gave no scenario, and returns how the command ends. */
    public ExitCode refuse(LoadResult loaded) {
        String name = target.scenario;
        if (loaded.isSound()) {
            here.err()
                    .println("foreshock: " + only + ", but " + name + " is "
                            + Spelling.withArticle(loaded.kind().name().toLowerCase(Locale.ROOT))
                            + "; a scenario names it: system: { from: FILE }");
            return ExitCode.INVALID;
        }
        String run = run();
        if (!run.isEmpty()) {
            here.err()
                    .println("foreshock: " + only + ", but " + name + " is the directory of " + run
                            + ": name that scenario instead");
            return ExitCode.INVALID;
        }
        if (format == RunFormat.github) {
            StepSummaryFile.refused(loaded, name, here);
        }
        here.err().print(DiagnosticPrinter.print(loaded.errors(), here.wantsColorOnErr(color)));
        here.err().println();
        here.err().println("foreshock: " + name + " is invalid, so nothing was run");
        here.err().print(ExplainCommand.hint(loaded.errors(), here));
        return ExitCode.INVALID;
    }

    /** Returns what the target is a directory of, if it is that of a run; empty if it is none. */
    private String run() {
        try {
            Path file = here.directory().resolve(target.scenario).resolve("run.json");
            return Files.isRegularFile(file)
                    ? PastRun.about(Files.readString(file)).orElse("")
                    : "";
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }
}
