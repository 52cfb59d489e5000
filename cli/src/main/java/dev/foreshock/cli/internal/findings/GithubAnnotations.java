package dev.foreshock.cli.internal.findings;

import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.Severity;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The findings of a check as commands to GitHub Actions, which shows them beside the lines of a change. */
public final class GithubAnnotations {

    /** GitHub shows no more of a kind in one step. */
    private static final int MOST = 10;

    private GithubAnnotations() {}

    /**
     * Returns at most {@value #MOST} annotations, the worst first, each on a line.
     *
     * @param directory the working directory, which must be the root of the repository
     */
    public static String of(List<Checked> checks, Path directory) {
        Paths paths = new Paths(directory);
        return Checked.diagnostics(checks).stream()
                .sorted(Comparator.comparing(Diagnostic::severity))
                .limit(MOST)
                .map(found -> annotation(found, paths))
                .collect(Collectors.joining());
    }

    private static String annotation(Diagnostic found, Paths paths) {
        WorkflowCommand command = new WorkflowCommand(found.severity() == Severity.ERROR ? "error" : "warning");
        String file = paths.file(found);
        if (file != null) {
            command.with("file", file);
            Place place = found.place();
            if (place.line() > 0) {
                command.with("line", place.line())
                        .with("col", place.column())
                        .with("endColumn", place.column() + place.length());
            }
        }
        String help = found.help().isEmpty() ? "" : "\nhelp: " + found.help();
        return command.with(
                        "title",
                        found.code().id() + ": " + found.code().explanation().title())
                .saying(found.message() + help);
    }
}
