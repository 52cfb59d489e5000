package dev.foreshock.cli.internal;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.LoadResult;
import java.util.Locale;

/** Says why nothing is run, where a file is no sound scenario. */
final class Refusal {
    private Refusal() {}

    /**
     * Prints what is wrong with a file that gave no scenario, and returns how the command ends.
     *
     * @param name the file, as the user named it
     * @param only what only a scenario can, as the start of a sentence: {@code only a scenario can be run}
     */
    static ExitCode of(
            LoadResult loaded, String name, String only, ColorMode color, RunFormat format, Surroundings here) {
        if (loaded.isSound()) {
            here.err()
                    .println("foreshock: " + only + ", but " + name + " is a "
                            + loaded.kind().name().toLowerCase(Locale.ROOT)
                            + "; a scenario names it: system: { from: FILE }");
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
}
