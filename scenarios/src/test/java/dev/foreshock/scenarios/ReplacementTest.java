package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.describe.Spelling;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program may put into a file by itself: only the one name that can have been meant, in place of exactly the word. */
class ReplacementTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "is: server, is: sever, server",
                "workers: 10, wrkers: 10, workers",
                "enters: web, enters: wbe, web",
                "scenario: small, \"scenario: small\nabuot: x\", about",
                "pages: 3, \"pages: 3, thimk: 1s\", think",
                "5s .. 30s, lognormale(mean 5s), lognormal"
            })
    void aMisspelledNameIsReplacedByTheOneThatWasMeant(String sound, String wrong, String meant) {
        Diagnostic found = Fixtures.load(directory, Fixtures.small().replace(sound, wrong)).errors().stream()
                .filter(each -> each.replacement() != null)
                .findFirst()
                .orElseThrow();
        assertThat(found.replacement()).isEqualTo(meant);
        Place place = found.place();
        String written = place.text().substring(place.column() - 1, place.column() - 1 + place.length());
        assertThat(Spelling.closest(written, List.of(meant))).contains(meant);
        assertThat(wrong).contains(written);
    }

    @Test
    void carryingItOutMendsTheFile() {
        String wrong = Fixtures.small().replace("enters: web", "enters: wbe");
        Diagnostic found = Fixtures.load(directory, wrong).errors().get(0);
        String line = found.place().text();
        String mended = line.substring(0, found.column() - 1)
                + Objects.requireNonNull(found.replacement())
                + line.substring(found.column() - 1 + found.length());
        assertThat(Fixtures.load(directory, wrong.replace(line, mended)).diagnostics())
                .isEmpty();
    }

    @Test
    void theFirstPartOfAPathIsReplacedAlone() {
        Diagnostic found = Fixtures.load(directory, Fixtures.small(), "wbe.workers=4")
                .errors()
                .get(0);
        assertThat(found.replacement()).isEqualTo("web");
        assertThat(found.length()).isEqualTo(3);
    }

    @Test
    void ofTwoNamesEquallyCloseNoneIsTaken() {
        String text = Fixtures.small()
                .replace("  db: {", "  wec: { is: server, workers: 1, work: 1ms }\n  db: {")
                .replace("enters: web", "enters: wed");
        Diagnostic found = Fixtures.load(directory, text).errors().get(0);
        assertThat(found.help()).startsWith("'web' and 'wec' exist; components are: ");
        assertThat(found.replacement()).isNull();
    }

    @Test
    void aWordThatIsLikeNoOtherIsNotReplaced() {
        String text = Fixtures.small().replace("enters: web", "enters: somewhere");
        assertThat(Fixtures.load(directory, text).errors().get(0).replacement()).isNull();
    }

    @Test
    void aHintIsReadTheWayItWasWritten() {
        assertThat(Spelling.suggested(Spelling.hint("checkot", "components", List.of("checkout", "web"))))
                .contains("checkout");
        assertThat(Spelling.suggested(Spelling.hint("a", "components", List.of())))
                .isEmpty();
        assertThat(Spelling.suggested("put it in a file of its own")).isEmpty();
    }
}
