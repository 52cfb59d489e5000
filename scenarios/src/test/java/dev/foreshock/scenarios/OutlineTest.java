package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results can point at the line that has the last word on what they speak of. */
class OutlineTest {

    @TempDir
    Path directory;

    private Path base = Path.of("");

    @BeforeEach
    void write() throws IOException {
        base = file("base.yaml", Fixtures.small().replace("2026.1", "2026.2") + """
                record:
                  affected: users.affected = 0%
                gates:
                  served: success >= 99%
                  quick: response-time.p99 <=
                    500ms
                  upright: crashes(is=server) = 0
                knobs:
                  size: { is: 10, range: 8 .. 13, basis: chosen }
                variants:
                  more:
                    set:
                      web.workers: 40
                  other: { set: { db.pool: { is: 7, range: 5 .. 9, basis: chosen } } }
                """);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static LoadResult load(Path file, Changes changes) {
        LoadResult result = ScenarioLoader.standard().load(Source.file(file), changes);
        assertThat(result.errors()).isEmpty();
        return result;
    }

    private static LoadResult load(Path file) {
        return load(file, new Changes(List.of(), List.of(), List.of()));
    }

    private static Passage gate(LoadResult loaded, String name) {
        return Objects.requireNonNull(loaded.outline().gates().get(name));
    }

    @Test
    void aClaimStandsWhereItsNameAndValueAre() {
        Passage served = gate(load(base), "served");

        assertThat(served.place().file()).isEqualTo(base.toString());
        assertThat(served.place().text()).isEqualTo("  served: success >= 99%");
        assertThat(served.place()
                        .text()
                        .substring(served.place().column() - 1, served.place().column() + 5))
                .isEqualTo("served");
        assertThat(served.endLine()).isEqualTo(served.place().line());
        assertThat(served.isOnDisk()).isTrue();
    }

    @Test
    void aClaimOfSeveralLinesEndsOnItsLast() {
        Passage quick = gate(load(base), "quick");

        assertThat(quick.endLine()).isEqualTo(quick.place().line() + 1);
    }

    @Test
    void aClaimThatASelectorWritesOutStandsWhereTheSelectorIs() {
        assertThat(load(base).outline().gates()).containsOnlyKeys("served", "quick", "upright.web");
        assertThat(gate(load(base), "upright.web").place().text()).contains("crashes(is=server)");
    }

    @Test
    void variantsAndKnobsStandWhereTheyAreDeclared() {
        Outline outline =
                load(base, new Changes(List.of(), List.of("other"), List.of())).outline();

        assertThat(outline.record().get("affected").place().text()).contains("users.affected");
        assertThat(outline.variants().get("more").place().text()).isEqualTo("  more:");
        assertThat(outline.variants().get("more").endLine())
                .isEqualTo(outline.variants().get("more").place().line() + 2);
        assertThat(outline.knobs().get("db.pool").place().text()).contains("range: 5 .. 9");
    }

    @Test
    void aClaimStandsInTheFileThatItIsWrittenInHoweverThatIsReached() throws IOException {
        Path over = file("over.yaml", """
                foreshock: 1
                semantics: 2026.2
                from: base.yaml
                scenario: over
                gates:
                  served: success >= 98%
                """);
        Path overlay = file("strict.yaml", """
                foreshock: 1
                semantics: 2026.2
                overlay: strict
                gates: { quick: response-time.p99 <= 1s }
                """);

        LoadResult loaded = load(over, new Changes(List.of(overlay), List.of(), List.of()));

        assertThat(gate(loaded, "served").place().toString()).isEqualTo(over + ":6:3");
        assertThat(gate(loaded, "quick").place().toString()).isEqualTo(overlay + ":4:10");
        assertThat(gate(loaded, "upright.web").place().file()).isEqualTo(base.toString());
    }

    @Test
    void whatTheCommandLineOrTheLibrarySaysStandsInNoFile() {
        LoadResult set = load(base, new Changes(List.of(), List.of(), List.of("gates.served=success >= 98%")));
        LoadResult library = ScenarioLoader.standard().load(Source.library("viral-promo-surge"));

        assertThat(gate(set, "served").isOnDisk()).isFalse();
        assertThat(gate(library, "affected").isOnDisk()).isFalse();
        assertThat(gate(library, "affected").place().file()).startsWith("library/");
    }
}
