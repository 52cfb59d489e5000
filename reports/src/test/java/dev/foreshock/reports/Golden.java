package dev.foreshock.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text with a file that was looked at by a person once. */
final class Golden {
    private Golden() {}

    static void requireEqual(String name, String actual) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            Path file = Files.createDirectories(Path.of("target", "golden")).resolve(name);
            Files.writeString(file, actual);
            String expected = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(actual)
                    .as("compare %s with src/test/resources/golden/%s, and copy it there if it is better", file, name)
                    .isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
