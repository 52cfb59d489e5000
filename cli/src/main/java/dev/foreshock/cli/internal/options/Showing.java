package dev.foreshock.cli.internal.options;

import dev.foreshock.cli.internal.terminal.ColorMode;
import dev.foreshock.cli.internal.terminal.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How results are shown: the options of commands that have a result. */
public class Showing {
    @Option(names = "--json", description = "Write the result as JSON to standard output, and nothing else.")
    public boolean json;

    @Option(names = "--quiet", description = "Show no progress and no notes, and of the result no more than needed.")
    public boolean quiet;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description =
                    "When to use colors: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, which honors NO_COLOR.")
    public ColorMode color = ColorMode.auto;

    /** The same, for commands that also sum up a step of continuous integration. */
    public static final class InFormats extends Showing {
        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description =
                        "How to write the result: ${COMPLETION-CANDIDATES}. github is a summary of the step and annotations. Default: text.")
        private @Nullable RunFormat given;

        /**
         * Returns the format that was asked for.
         *
         * @throws UsageException if two were
         */
        public RunFormat format() {
            RunFormat format = given;
            if (json && format != null && format != RunFormat.json) {
                throw new UsageException("--json must not be given with --format " + format + ", as it means another");
            }
            return format != null ? format : json ? RunFormat.json : RunFormat.text;
        }
    }
}
