package dev.foreshock.cli.internal.run;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.files.OutputDirectory;
import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.engine.describe.Printable;
import dev.foreshock.reports.CompareFile;
import dev.foreshock.reports.PastReport;
import dev.foreshock.reports.RehearsalReport;
import dev.foreshock.reports.ReportFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code foreshock report}: renders what people read of an earlier run anew. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Renders report.html and postmortem.md of an earlier run anew, without running anything.",
        footer = {
            "",
            "It reads result.json, and run.json, comparison.json and rehearsal.json where they lie beside it.",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 no run, or a file that is not what Foreshock writes."
        })
public final class ReportCommand implements Callable<Integer> {
    private final Surroundings here;

    @Parameters(paramLabel = "DIR", description = "Where run, compare or rehearse put its files: what --out named.")
    private Path directory = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go. Default: where the others are.")
    private @Nullable Path out;

    public ReportCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        Map<String, String> texts;
        try {
            String result = text(ReportFile.RESULT_JSON.fileName());
            if (result == null) {
                throw new IllegalArgumentException(
                        "DIR must be a directory with a result.json, as run --out makes it, but was " + directory);
            }
            texts = PastReport.render(
                    result,
                    text(ReportFile.RUN_JSON.fileName()),
                    text(CompareFile.COMPARISON_JSON.fileName()),
                    text(RehearsalReport.FILE_NAME));
        } catch (IllegalArgumentException e) {
            here.err().println("foreshock: " + Printable.lines(String.valueOf(e.getMessage())));
            return ExitCode.INVALID.number();
        }
        return write(texts).number();
    }

    private ExitCode write(Map<String, String> texts) {
        Path target = out == null ? directory : out;
        try {
            OutputDirectory files = OutputDirectory.at(here.directory().resolve(target));
            files.write(texts);
            texts.keySet().forEach(name -> here.out().println(files.file(name)));
            here.out().flush();
            return ExitCode.PASSED;
        } catch (IOException e) {
            throw new UsageException(
                    "--out must be a directory that can be written, but was " + target + " (" + DiskWords.of(e) + ")");
        }
    }

    private @Nullable String text(String name) {
        Path file = here.directory().resolve(directory).resolve(name);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " must be a text that can be read, but was not (" + DiskWords.of(e) + ")", e);
        }
    }
}
