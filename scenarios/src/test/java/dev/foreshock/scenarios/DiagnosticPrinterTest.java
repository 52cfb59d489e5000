package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The caret stands under what is meant, whatever the line is made of. */
class DiagnosticPrinterTest {

    @Test
    void theCaretStandsUnderTheValue() {
        assertThat(print("    target: checkot", 13, 7)).isEqualTo("""
                error[E0302]: 'checkot' is not a component
                  --> promo.yaml:31:13
                31 |     target: checkot
                   |             ^^^^^^^ help: 'checkout' exists
                """);
    }

    @Test
    void aTabBeforeTheValueIsATabBeforeTheCaret() {
        assertThat(print("\ttarget:\tx", 10, 1)).contains("31 | \ttarget:\tx\n", "   | \t       \t^ help");
    }

    @Test
    void wideCharactersTakeTwoColumnsAndAccentsNone() {
        assertThat(print("店: x", 4, 1)).contains("   |     ^ help");
        assertThat(print("e\u0301: x", 5, 1)).contains("   |    ^ help");
        assertThat(print("x: 店店", 4, 2)).contains("   |    ^^^^ help");
        assertThat(print("\ud83d\ude80: x", 4, 1)).contains("   |     ^ help");
    }

    @Test
    void aLongLineIsCutAroundTheCaret() {
        String shown = print("a".repeat(5000) + "HERE" + "b".repeat(5000), 5001, 4);
        assertThat(shown.lines()).allMatch(line -> line.length() < 200);
        String[] lines = shown.split("\n", -1);
        assertThat(lines[2].indexOf("HERE")).isEqualTo(lines[3].indexOf("^^^^"));
    }

    @Test
    void aPlaceOutsideOfItsLineDoesNotMatter() {
        assertThat(print("short", 99, 50)).contains("^ help");
        assertThat(print("", 1, 0)).contains("^ help");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        assertThat(print("a\u001b[31mred", 2, 1)).doesNotContain("\u001b");
        Diagnostic found =
                new Diagnostic(Code.VALUE, "x\u001b[2Jy\u202e", Place.whole("f\u0007.yaml"), "", List.of(), null);
        assertThat(DiagnosticPrinter.print(found)).isEqualTo("error[E0207]: x?[2Jy?\n  --> f?.yaml\n");
    }

    @Test
    void everyNoteHasItsPlace() {
        List<Note> notes = List.of(
                new Note("one is here", new Place("a.yaml", 3, 1, 3, "web: {}")),
                new Note("another is here", new Place("b.yaml", 12, 3, 3, "  web: {}")));
        Place place = new Place("shop.yaml", 9, 1, 3, "web: {}");
        assertThat(DiagnosticPrinter.print(
                        new Diagnostic(Code.DUPLICATE_KEY, "'web' must be declared once", place, "", notes, null)))
                .isEqualTo("""
                error[E0009]: 'web' must be declared once
                  --> shop.yaml:9:1
                9 | web: {}
                  | ^^^
                note: one is here
                  --> a.yaml:3:1
                3 | web: {}
                  | ^^^
                note: another is here
                  --> b.yaml:12:3
                12 |   web: {}
                   |   ^^^
                """);
    }

    private static String print(String line, int column, int length) {
        Place place = new Place("promo.yaml", 31, column, length, line);
        return DiagnosticPrinter.print(new Diagnostic(
                Code.DANGLING, "'checkot' is not a component", place, "'checkout' exists", List.of(), null));
    }
}
