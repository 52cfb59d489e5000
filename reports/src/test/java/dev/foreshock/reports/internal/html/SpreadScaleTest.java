package dev.foreshock.reports.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.reports.internal.account.Sight.Band;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of spreads, and the axis above them. */
class SpreadScaleTest {
    private static final Pattern LINE = Pattern.compile("<line x1=\"([\\d.]+)\" y1=\"[\\d.]+\" x2=\"\\1\"");

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.003, 0.7, 1, 14, 138.4, 140, 200, 201})
    void everySpreadIsOnTheScaleAndTakesAtLeastHalfOfIt(double most) {
        SpreadScale scale = SpreadScale.of(List.of(new Band(most / 2, most / 4, most, 40)));
        assertThat(scale.step() * scale.steps()).isGreaterThanOrEqualTo(most);
        assertThat(scale.steps()).isBetween(1, 2);
        if (most > 0) {
            assertThat(most).isGreaterThan(0.39 * scale.step() * scale.steps());
        }
    }

    @Test
    void minutesAreCountedInHoursWhereThereAreMany() {
        SpreadScale scale = SpreadScale.ofTimes(List.of(new Band(8520, 8400, 12_060, 40)));
        assertThat(scale).isEqualTo(new SpreadScale(7200, 2));
        assertThat(SpreadScale.ofTimes(List.of(new Band(0, 0, 0, 40)))).isEqualTo(new SpreadScale(60, 1));
    }

    @Test
    void picturesHaveTheirLinesWhereTheAxisHasItsNumbers() {
        Band band = new Band(100, 0, 138, 40);
        SpreadScale scale = SpreadScale.of(List.of(band));
        String axis = scale.axis("minutes", value -> "m" + Math.round(value));
        assertThat(axis).contains(">m0<", ">m100<", ">m200<");
        assertThat(lines(axis)).hasSize(3).isEqualTo(lines(scale.picture(band, "outage")));
        assertThat(scale.picture(band, "outage"))
                .as("the dot of the mean, 100, is on the line of the number 100")
                .contains("cx=\"" + lines(axis).get(1) + "\"");
    }

    @Test
    void aBarNarrowerThanTheDotShowsAboveAndBelowIt() {
        SpreadScale scale = SpreadScale.of(List.of(new Band(100, 0, 138, 40)));
        String narrow = scale.picture(new Band(100, 99.9, 100.1, 40), "outage");
        List<MatchResult> ends = Pattern.compile("<path d=\"M[\\d.]+ ([\\d.]+)V([\\d.]+)\"")
                .matcher(narrow)
                .results()
                .toList();
        double dot = Double.parseDouble(narrow.replaceAll("(?s).*?<circle [^>]* r=\"([\\d.]+)\".*", "$1"));

        assertThat(ends).hasSize(2).allSatisfy(end -> {
            assertThat(Double.parseDouble(end.group(1))).isLessThan(9 - dot);
            assertThat(Double.parseDouble(end.group(2))).isGreaterThan(9 + dot);
        });
        assertThat(narrow.lastIndexOf("<circle")).as("drawn over the dot").isLessThan(narrow.indexOf("<path"));
        assertThat(scale.picture(new Band(100, 99.9, 100.1, 3), "outage"))
                .as("few draws have no interval")
                .doesNotContain("<path");
    }

    private static List<String> lines(String svg) {
        return LINE.matcher(svg)
                .results()
                .map((MatchResult line) -> line.group(1))
                .toList();
    }
}
