package dev.foreshock.cli.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the files of a run go. */
class OutputDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void filesAreReplacedAndNothingElseIsLeft() throws IOException {
        Path deep = directory.resolve("a/b");
        OutputDirectory.at(deep).write(Map.of("x", "old"));
        OutputDirectory.at(deep).write(Map.of("x", "new ±"));
        assertThat(Console.names(deep)).containsExactly("x");
        assertThat(deep.resolve("x")).hasContent("new ±");
    }

    @Test
    void whenOneFileCannotBePlacedNoHalfWrittenOneIsLeft() throws IOException {
        Files.createDirectories(directory.resolve("y/full"));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("x", "1");
        texts.put("y", "2");
        assertThatThrownBy(() -> OutputDirectory.at(directory).write(texts)).isInstanceOf(IOException.class);
        assertThat(Console.names(directory)).containsExactlyInAnyOrder("x", "y");
    }
}
