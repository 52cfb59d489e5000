package dev.foreshock.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.RunSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a terminal shows after a run. */
class TerminalStoryTest {
    @Test
    void theIncidentIsToldAsInTheGoldenFile() {
        Golden.requireEqual("promo.txt", plain(Fixtures.promo(20)));
    }

    @Test
    void aHealthyRunIsToldAsInTheGoldenFile() {
        Golden.requireEqual("quiet-day.txt", plain(Fixtures.healthy(20)));
    }

    @Test
    void anIncidentThatNeverEndsIsToldAsInTheGoldenFile() {
        Golden.requireEqual("stuck.txt", plain(Fixtures.neverRecovering()));
    }

    @Test
    void mediansSharesAndTheEndOfTheLooksAreTold() {
        assertThat(plain(Fixtures.seldomStuck()).replaceAll("\\s+", " "))
                .contains(
                        "2 replications (budget)",
                        "never in 3 of 20; median 12:01:25",
                        "holds in 85.0 % of replications (95 %: 64.0 % to 94.8 %)",
                        "reached in 85.0 % of replications",
                        "median 11:59:00 to never (95 %)",
                        "there is no mean",
                        "Replications ended after 2 looks, as the next does not fit into the budget. Verdicts rest on intervals of 99.17 %");
        assertThat(plain(Fixtures.promo(20))).doesNotContain("holds in", "Verdicts rest");
    }

    @Test
    void oneReplicationIsMarkedAsSuch() {
        assertThat(plain(Fixtures.promo(1)))
                .contains("n=1")
                .doesNotContain("±")
                .doesNotContain("closest to the middle");
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "20"})
    void noLineIsWiderThan100Columns(int replications) {
        assertThat(plain(Fixtures.promo(replications)).lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
    }

    @Test
    void colorsOnlyRepeatWhatTheWordsSay() {
        String colored = TerminalStory.tell(Fixtures.promo(20), Fixtures.CONTEXT, "exit 0: passed", Page.usual(true));
        assertThat(colored).contains("\u001b[31mdeviated\u001b[0m", "\u001b[33minconclusive", "\u001b[32mok");
        assertThat(colored.replaceAll("\u001b\\[[0-9]*m", "")).isEqualTo(plain(Fixtures.promo(20)));
    }

    @Test
    void aNameFromAFileCannotMoveTheCursor() {
        RunSet evil = Fixtures.set(
                "evil\u001b[2J",
                Fixtures.promo(2).runs(),
                Fixtures.promo(2).record(),
                Fixtures.promo(2).gates(),
                RunSet.JudgedBy.RECORD);
        assertThat(plain(evil)).doesNotContain("\u001b");
    }

    private static String plain(RunSet runs) {
        return TerminalStory.tell(runs, Fixtures.CONTEXT, "exit 0: passed", Page.usual(false));
    }
}
