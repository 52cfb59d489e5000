package dev.foreshock.scenarios;

import dev.foreshock.scenarios.internal.show.Picked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario, or another document, with every setting that counts.
 *
 * @param lines its lines, which together are a file; empty if it could not be put together
 * @param diagnostics everything there is to say, sorted by place
 */
public record Shown(List<Line> lines, List<Diagnostic> diagnostics) {

    /** Copies the lists. */
    public Shown {
        lines = List.copyOf(lines);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Returns some of the lines.
     *
     * @param what a section, a path, or a selector of components such as {@code tier=edge} or {@code checkout.*}
     * @return the lines; empty if nothing is meant
     */
    public List<Line> only(String what) {
        return Picked.of(lines, what);
    }

    /**
     * One line.
     *
     * @param text the line as YAML, without a comment
     * @param path the setting it is about, as a change from outside would name it
     * @param layer what said so, such as {@code built-in}, {@code class service}, {@code file} or {@code --set}; empty where
     *     the line is only the name of what follows
     * @param place where it is said, or null for what Foreshock itself says
     * @param remark what else there is to know, such as the value of a knob; empty if nothing
     */
    public record Line(
            String text,
            String path,
            String layer,
            @Nullable Place place,
            String remark) {}
}
