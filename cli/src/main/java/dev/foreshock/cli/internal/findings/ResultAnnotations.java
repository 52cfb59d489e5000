package dev.foreshock.cli.internal.findings;

import dev.foreshock.reports.Remark;
import dev.foreshock.scenarios.Outline;
import dev.foreshock.scenarios.Passage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The findings of a run or a comparison as commands to GitHub Actions, which shows them beside lines of the scenario's file. */
public final class ResultAnnotations {

    /** GitHub shows no more of a kind in one step. */
    private static final int MOST = 10;

    private final Outline outline;
    private final Paths paths;

    private ResultAnnotations(Outline outline, Paths paths) {
        this.outline = outline;
        this.paths = paths;
    }

    /**
     * Returns at most {@value #MOST} annotations, each on a line; where there are more, the last one says how many.
     *
     * @param remarks what to say, the worst first
     * @param outline where things are written
     * @param directory the working directory, which must be the root of the repository
     */
    public static String of(List<Remark> remarks, Outline outline, Path directory) {
        ResultAnnotations annotations = new ResultAnnotations(outline, new Paths(directory));
        int shown = remarks.size() <= MOST ? remarks.size() : MOST - 1;
        String lines =
                remarks.stream().limit(shown).map(annotations::annotation).collect(Collectors.joining());
        return lines + (shown == remarks.size() ? "" : rest(remarks.subList(shown, remarks.size())));
    }

    private static String rest(List<Remark> left) {
        return command(left.get(0))
                .with("title", left.size() + " more")
                .saying(left.size() + " more are left, beginning with: "
                        + left.get(0).title() + "; the summary of the step has all");
    }

    private String annotation(Remark remark) {
        WorkflowCommand command = command(remark);
        Passage passage = passage(remark);
        String file = passage == null || !passage.isOnDisk() ? null : paths.file(passage.place());
        if (passage != null && file != null) {
            command.with("file", file).with("line", passage.place().line()).with("endLine", passage.endLine());
        }
        return command.with("title", remark.title()).saying(remark.text());
    }

    private static WorkflowCommand command(Remark remark) {
        return new WorkflowCommand(remark.level().name().toLowerCase(Locale.ROOT));
    }

    private @Nullable Passage passage(Remark remark) {
        return (switch (remark.subject()) {
                    case RECORD -> outline.record();
                    case GATE -> outline.gates();
                    case VARIANT -> outline.variants();
                    case KNOB -> outline.knobs();
                })
                .get(remark.name());
    }
}
