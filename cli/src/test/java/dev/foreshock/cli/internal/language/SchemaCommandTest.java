package dev.foreshock.cli.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code foreshock schema}. */
class SchemaCommandTest {
    private static final Path PUBLISHED = Path.of(System.getProperty("foreshock.root", ".."), "docs/reference/schema");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void whatIsPrintedIsWhatIsPublished(SchemaCommand.Published what) {
        Console console = new Console(directory);
        assertThat(console.run("schema", what.name())).isZero();
        assertThat(PUBLISHED.resolve(what + "-v1.json")).hasContent(console.out());
        assertThat(console.out()).contains("urn:foreshock:schema:" + what + "-v1");
    }
}
