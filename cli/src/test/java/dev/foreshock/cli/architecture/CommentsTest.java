package dev.foreshock.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever uses a public type reads what it is before reading how it works. */
class CommentsTest {

    @Test
    void everythingPublicHasAComment() throws IOException {
        List<Path> published = Sources.production().stream()
                .filter(file -> !(file.getParent() + "/").contains("/internal/"))
                .toList();
        assertThat(missingIn(published)).isEmpty();
    }

    @Test
    void aMissingCommentIsFound(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("Loud.java");
        Files.writeString(file, """
                /**
                 * A record.
                 *
                 * @param said has a comment
                 */
                public record Loud(int said, int silent) {
                    public Loud {}

                    public int twice() {
                        return 2 * silent;
                    }

                    int hidden() {
                        return 1;
                    }

                    @Override
                    public String toString() {
                        return "";
                    }

                    public interface Nested {
                        int LIMIT = 1;

                        /** Has one. */
                        void told();

                        void untold();
                    }

                    /** An enum. */
                    public enum Mood {
                        GOOD,
                        /** Bad. */
                        BAD
                    }

                    private static final class Own {
                        public int free;
                    }
                }
                """);
        assertThat(missingIn(List.of(file)))
                .extracting(line -> line.substring(line.lastIndexOf(' ') + 1))
                .containsExactlyInAnyOrder(
                        "Loud(silent)", "Loud.twice", "Loud.Nested", "Nested.LIMIT", "Nested.untold", "Mood.GOOD");
    }

    private static List<String> missingIn(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            return MissingComments.in(task);
        }
    }
}
