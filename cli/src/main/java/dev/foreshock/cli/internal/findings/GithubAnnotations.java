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
                .map(found -> annotation(found, paths) + "\n")
                .collect(Collectors.joining());
    }

    private static String annotation(Diagnostic found, Paths paths) {
        StringBuilder line = new StringBuilder("::")
                .append(found.severity() == Severity.ERROR ? "error" : "warning")
                .append(' ');
        String file = paths.file(found);
        if (file != null) {
            line.append("file=").append(property(file)).append(',');
            Place place = found.place();
            if (place.line() > 0) {
                line.append("line=").append(place.line());
                line.append(",col=").append(place.column());
                line.append(",endColumn=")
                        .append(place.column() + place.length())
                        .append(',');
            }
        }
        String title = found.code().id() + ": " + found.code().explanation().title();
        String help = found.help().isEmpty() ? "" : "\nhelp: " + found.help();
        return line.append("title=") + property(title) + "::" + data(found.message() + help);
    }

    /** What would end a command or begin another is escaped. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
