package dev.foreshock.cli.internal.findings;

import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.reports.Remark;
import dev.foreshock.reports.StepSummary;
import dev.foreshock.scenarios.LoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.IntFunction;

/** Writes a result for GitHub Actions: annotations to standard output, the summary to the file that the step names. */
public final class StepSummaryFile {
    private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    private final Surroundings here;

    public StepSummaryFile(Surroundings here) {
        this.here = here;
    }

    /**
     * Writes annotations, and the summary that {@code summary} makes for a number of bytes: appended to what the step said
     * already, or to standard output where there is no file.
     *
     * @param ending how the command ends; said where the summary goes to a file
     */
    public void write(List<Remark> remarks, LoadResult loaded, String ending, IntFunction<String> summary) {
        here.out().print(ResultAnnotations.of(remarks, loaded.outline(), here.directory()));
        String file = here.environment().getOrDefault(VARIABLE, "");
        if (file.isBlank()) {
            here.out().print(summary.apply(StepSummary.MOST_BYTES));
            return;
        }
        here.out().println(ending);
        try {
            append(here.directory().resolve(file), summary);
        } catch (IOException | InvalidPathException e) {
            // The verdict is what the step is for: it must not be lost for want of a summary.
            here.err()
                    .println("note: the summary could not be added to " + file + ", which " + VARIABLE
                            + " names; it must be a file that can be written");
        }
    }

    /** Writes what is wrong with a file that gave no scenario. */
    public static void refused(LoadResult loaded, String source, Surroundings here) {
        here.out()
                .print(GithubAnnotations.of(
                        List.of(new Checked(source, null, loaded.variants(), loaded.errors(), false)),
                        here.directory()));
        here.out().flush();
    }

    private void append(Path file, IntFunction<String> summary) throws IOException {
        long before = Files.exists(file) ? Files.size(file) : 0;
        int room = (int) Math.max(0, StepSummary.MOST_BYTES - before - 1);
        String text = summary.apply(room);
        if (text.isEmpty()) {
            here.err().println("note: the summary of this step is full, so nothing was added to it");
            return;
        }
        Files.writeString(file, (before == 0 ? "" : "\n") + text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
