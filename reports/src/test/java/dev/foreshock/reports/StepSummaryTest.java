package dev.foreshock.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A summary of a step holds what matters most, however much there is. */
class StepSummaryTest {

    private static String of(RunSet runs, int most) {
        return StepSummary.of(runs, Fixtures.CONTEXT, "exit 4: deviated", most);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static RunSet withGates(int gates) {
        Estimate observed = new Estimate(0.7, 0.69, 0.71, 2);
        List<Judgement> judgements = IntStream.range(0, gates)
                .mapToObj(i -> Fixtures.judged(
                        "é|<x>*".repeat(20) + i,
                        Fixtures.AFFECTED_GATE,
                        observed,
                        i == gates - 1 ? Verdict.DEVIATED : Verdict.PASSED))
                .toList();
        return Fixtures.set("monster", Fixtures.promo(2).runs(), List.of(), judgements, JudgedBy.GATES);
    }

    @Test
    void whatFitsIsToldAsAWhole() {
        String summary = of(Fixtures.promo(20), StepSummary.MOST_BYTES);

        assertThat(summary)
                .contains("## viral-promo-surge", "exit 4: deviated", "| when | what happened |", "foreshock run ")
                .contains("69.9 % ±0.2 pt")
                .doesNotContain("Left out");
    }

    @Test
    void aMonstrousResultIsCutWithTheWorstKeptAndSaysWhatIsLeftOut() {
        String summary = of(withGates(20_000), StepSummary.MOST_BYTES);

        assertThat(bytes(summary)).isLessThan(StepSummary.MOST_BYTES).isGreaterThan(StepSummary.MOST_BYTES / 2);
        assertThat(summary)
                .startsWith("## monster\n")
                .contains("19999 | 70 % ±1 pt | users.affected &lt;= 5% | deviated |"
                        .replace("70 %", "70.0 %")
                        .replace("±1 pt", "±1.0 pt"))
                .contains("Left out, as a step may not say more:", " of 20000 gates");
    }

    @Test
    void whatIsLeastImportantIsLeftOutFirst() {
        RunSet runs = Fixtures.promo(20);
        int whole = bytes(of(runs, StepSummary.MOST_BYTES));

        assertThat(of(runs, whole - 1))
                .contains("Left out")
                .contains("| gates |")
                .doesNotContain("```sh");
        for (int most = 0; most < whole; most += 97) {
            assertThat(bytes(of(runs, most))).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void aNameOfAMegabyteIsCut() {
        RunSet runs = Fixtures.set("n".repeat(2 << 20), Fixtures.promo(2).runs(), List.of(), List.of(), JudgedBy.GATES);

        assertThat(bytes(of(runs, StepSummary.MOST_BYTES))).isLessThan(20_000);
    }
}
