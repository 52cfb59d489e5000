package dev.foreshock.cli.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.console.PublishedSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code foreshock schema}. */
class SchemaCommandTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void whatIsPrintedIsWhatIsPublished(SchemaCommand.Published what) {
        Console console = new Console(directory);
        assertThat(console.run("schema", what.name())).isZero();
        assertThat(PublishedSchema.DIRECTORY.resolve(what + "-v1.json")).hasContent(console.out());
        assertThat(console.out()).contains("urn:foreshock:schema:" + what + "-v1");
    }

    @Test
    void everythingThatIsPublishedIsPrintedAndNamedByTheHelp() throws IOException {
        assertThat(Console.names(PublishedSchema.DIRECTORY))
                .containsExactlyInAnyOrderElementsOf(Stream.of(SchemaCommand.Published.values())
                        .map(what -> what + "-v1.json")
                        .toList());
        Console console = new Console(directory);
        assertThat(console.run("schema", "--help")).isZero();
        assertThat(console.out().split("\\W+"))
                .contains(Stream.of(SchemaCommand.Published.values())
                        .map(Enum::name)
                        .toArray(String[]::new));
    }
}
