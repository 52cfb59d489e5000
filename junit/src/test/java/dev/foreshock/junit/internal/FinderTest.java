package dev.foreshock.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.scenarios.Source;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinderTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    private static Path classes() throws URISyntaxException {
        return Path.of(FinderTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static Finder finder() {
        return new Finder(FinderTest.class, HERE);
    }

    @Test
    void aResourceIsTheFileThatTheBuildCopied() {
        assertThat(finder().scenario("shop.yaml")).isEqualTo(Source.file(Path.of("src/test/resources/shop.yaml")));
    }

    @Test
    void aResourceThatTheBuildMadeIsTheCopy() throws Exception {
        Path made = classes().resolve("made.yaml");
        try {
            Files.writeString(made, "scenario: made");
            assertThat(finder().file("made.yaml")).isEqualTo(HERE.relativize(made));
        } finally {
            Files.deleteIfExists(made);
        }
    }

    /** As where a build fills in what the source leaves open. */
    @Test
    void aResourceThatTheBuildChangedIsTheCopy() throws Exception {
        Path changed = classes().resolve("system.yaml");
        String source = Files.readString(changed);
        try {
            Files.writeString(changed, source + "# changed");
            assertThat(finder().file("system.yaml")).isEqualTo(HERE.relativize(changed));
        } finally {
            Files.writeString(changed, source);
        }
    }

    @Test
    void aFileIsNamedFromTheDirectoryThatTestsRunIn(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("incidents"));
        Path file = Files.writeString(directory.resolve("incidents/own.yaml"), "");
        Finder finder = new Finder(FinderTest.class, directory);
        assertThat(finder.file("incidents/own.yaml")).isEqualTo(Path.of("incidents/own.yaml"));
        assertThat(finder().file(file.toString())).isEqualTo(file);
    }

    @Test
    void aNameOfTheLibraryIsOfTheLibrary() {
        assertThat(finder().scenario("marketplace-promo")).isEqualTo(Source.library("marketplace-promo"));
    }

    @Test
    void aResourceInAnArchiveIsRefusedAsItCannotNameOthers() {
        // which the class path has from the module of the library
        String inJar = "META-INF/MANIFEST.MF";
        assertThatThrownBy(() -> finder().file(inJar))
                .hasMessageStartingWith(
                        "the resource META-INF/MANIFEST.MF must be a file, as it may name others, but was jar:");
    }
}
