package dev.foreshock.reports.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people read them. */
class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "0.0000025, 2.5 us",
        "0.25, 250 ms",
        "0.9996, 1 s",
        "14.52, 14.5 s",
        "59.94, 59.9 s",
        "59.96, 1m 00s",
        "125, 2m 05s",
        "3599.6, 1h 00m",
        "10862, 3h 01m",
        "187200, 2d 04h",
        "-90, -1m 30s"
    })
    void timesShowTheTwoLargestUnits(double seconds, String text) {
        assertThat(Amounts.span(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "1, 100 %",
        "0.709, 70.9 %",
        "0.99996, > 99.99 %",
        "0.9958, 99.58 %",
        "0.00001, < 0.01 %",
        "0.004, 0.40 %"
    })
    void aShareIsNeverRoundedToNothingOrEverything(double share, String text) {
        assertThat(Amounts.share(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 0.25", "4096, 4 096", "999499, 999 499", "999500, 1 M", "1190432, 1.19 M", "2.6e9, 2.6 G"
    })
    void countsAreGroupedOrShortened(double number, String text) {
        assertThat(Amounts.count(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 pt", "0.00001, 0.01 pt", "0.0018, 0.2 pt", "0.00028, 0.03 pt", "0.051, 5.1 pt"})
    void differencesOfSharesAreInPoints(double difference, String text) {
        assertThat(Amounts.points(difference)).isEqualTo(text);
    }
}
