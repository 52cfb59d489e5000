package dev.foreshock.reports.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Breaking lines of text. */
class LinesTest {
    @ParameterizedTest
    @ValueSource(strings = {"[0, 56]", "2 628", "1 202 628", "3h 33m", "0 % [0, 56]", "[95 % .. 100 %]", "[-1.5, 2]"})
    void whatIsOneFigureStaysOnOneLineWhereverTheBreakFalls(String figure) {
        String text = "admission loses it: holds in " + figure + " of draws, and that is all there is to say";
        for (int width = 12; width < text.length(); width++) {
            List<String> lines = Lines.wrap(text, width);
            assertThat(String.join(" ", lines)).isEqualTo(text);
            for (String part : figure.split("(?<=%) (?=\\[)", -1)) {
                assertThat(lines).as("%s columns", width).anyMatch(line -> line.contains(part));
            }
        }
    }

    @Test
    void bracketsWithWordsAreBrokenAsAnyText() {
        assertThat(Lines.wrap("[a note that is longer than a line has room for, and then some]", 20))
                .hasSizeGreaterThan(3);
    }

    @Test
    void aListIsBrokenBetweenItsPartsOnly() {
        assertThat(Lines.joined(List.of("outage total 2h 20m", "p99 1.5 s", "served 64 %"), " · ", 31))
                .containsExactly("outage total 2h 20m · p99 1.5 s", "served 64 %");
        assertThat(Lines.joined(List.of(), " · ", 31)).containsExactly("");
    }
}
