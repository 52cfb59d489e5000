package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.describe.Semantics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What migrating a file on disk would change. */
class FileMigrationTest {

    private static final String LATEST = Semantics.LATEST.text();

    @TempDir
    Path directory;

    @Test
    void everyVersionOfTheModelLeadsToTheNewest() throws Exception {
        for (Semantics version : Semantics.values()) {
            Path file = write("foreshock: 1 # one\nsemantics: '" + version.text() + "' # two\nsystem: shop\n");
            FileMigration migration = FileMigration.of(file);
            assertThat(migration.after())
                    .isEqualTo("foreshock: 1 # one\nsemantics: '" + LATEST + "' # two\nsystem: shop\n");
            assertThat(migration.isChange()).isEqualTo(version != Semantics.LATEST);
            assertThat(migration.steps())
                    .hasSize(Semantics.values().length
                            - 1
                            - List.of(Semantics.values()).indexOf(version));
        }
    }

    @Test
    void everyFileOfTheLibraryCanBeMigratedAndDiffersInItsHeadAlone() throws Exception {
        Path library = Fixtures.MODULE.resolve("src/main/resources/library");
        try (var files = Files.walk(library)) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        FileMigration migration = FileMigration.of(file);
                        assertThat(migration.isReadable()).isTrue();
                        assertThat(migration.after())
                                .isEqualTo(migration.before().replaceFirst("semantics: \\S+", "semantics: " + LATEST));
                    });
        }
    }

    @Test
    void aByteOrderMarkAndLineEndsAreKept() throws Exception {
        FileMigration migration = FileMigration.of(write("\ufeffforeshock: 1\r\nsemantics: 2026.1\r\nsystem: a"));
        assertThat(migration.after()).isEqualTo("\ufeffforeshock: 1\r\nsemantics: " + LATEST + "\r\nsystem: a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foreshock: 1\nsemantics: 2099.1\n",
                "foreshock: 2\nsemantics: 2026.1\n",
                "foreshock: 1\n",
                "foreshock: [1]\nsemantics: 2026.1\n",
                "foreshock: 1\nsemantics: 2026.1\na: [\n",
                "foreshock: 1\nsemantics: 2026.1\nb: 1\nb: 2\n",
                "- 1\n",
                "{}\n",
                "# nothing\n"
            })
    void whatCannotBeReadIsLeftAsItIsAndSaidInTheUsualWay(String text) throws Exception {
        Path file = write(text);
        FileMigration migration = FileMigration.of(file);
        assertThat(migration.isReadable()).isFalse();
        assertThat(migration.isChange()).isFalse();
        assertThat(migration.diagnostics()).isNotEmpty();
        assertThat(ScenarioLoader.standard().load(Source.file(file)).errors()).containsAll(migration.diagnostics());
    }

    @Test
    void aFileThatNamesOneOfTheLibraryOfAnotherVersionIsLeftAsItIs() throws Exception {
        String text = "foreshock: 1\nsemantics: %s\nscenario: a\nsystem: { from: library:systems/shop.yaml }\n";
        String library = Files.readString(Fixtures.MODULE.resolve("src/main/resources/library/systems/shop.yaml"));
        FileMigration migration = FileMigration.of(write(text.formatted("2026.1")));
        if (library.contains("semantics: " + LATEST)) {
            assertThat(migration.isChange()).isTrue();
        } else {
            assertThat(migration.isChange()).isFalse();
            assertThat(migration.diagnostics())
                    .singleElement()
                    .satisfies(found -> assertThat(found.code()).isEqualTo(Code.SEMANTICS_DIFFER));
        }
        assertThat(FileMigration.of(write(text.formatted(LATEST))).isReadable()).isTrue();
    }

    @Test
    void aMissingFileADirectoryAndForeignBytesAreSaid() throws Exception {
        Path latin1 = Files.write(directory.resolve("l.yaml"), "about: ü".getBytes(StandardCharsets.ISO_8859_1));
        for (Path file : List.of(directory, directory.resolve("nowhere.yaml"), latin1)) {
            assertThat(FileMigration.of(file).diagnostics()).hasSize(1);
        }
    }

    @Test
    void theFilesItNamesAreListedOnceTheyExist() throws Exception {
        Files.writeString(directory.resolve("shop.yaml"), "foreshock: 1\nsemantics: 2026.1\nsystem: shop\n");
        Files.writeString(directory.resolve("base.yaml"), "foreshock: 1\nsemantics: 2026.1\nsystem: base\n");
        FileMigration migration = FileMigration.of(write("""
                foreshock: 1
                semantics: 2026.1
                from: base.yaml
                system: { from: shop.yaml }
                components:
                  shop: { from: library:nowhere.yaml }
                  other: { from: nowhere.yaml }
                traffic: { a: { b: { is: ramp, from: "09:00" } } }
                """));
        assertThat(migration.others())
                .extracting(Path::getFileName)
                .map(Path::toString)
                .containsExactly("base.yaml", "shop.yaml");
    }

    private Path write(String text) throws Exception {
        return Files.writeString(directory.resolve("scenario.yaml"), text);
    }
}
