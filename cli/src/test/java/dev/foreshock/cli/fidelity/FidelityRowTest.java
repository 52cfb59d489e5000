package dev.foreshock.cli.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.fidelity.FidelityRow.Goal;
import dev.foreshock.cli.fidelity.FidelityRow.SameDraws;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row of the page says in its numbers what it says in its words. */
class FidelityRowTest {
    private static final Goal GOODPUT = new Goal("goodput", 0.05, 0, "5 %");
    private static final Goal RECOVER = new Goal("recover", 0.2, 0.1, "20 % or 100 ms");

    private static String row(double predicted, double low, double high, double observed, @Nullable Goal goal) {
        return new FidelityRow("before | x", "s", predicted, low, high, observed, null, 4, 5, goal).text();
    }

    private static String cell(String row, int number) {
        return row.split("\\|", -1)[number + 1].strip();
    }

    @Test
    void usualNumbersHaveFourDigitsAndErrorsOneDecimal() {
        assertThat(new FidelityRow(
                                "after slow-queries | p99",
                                "s",
                                0.34611,
                                0.2025,
                                0.4926,
                                0.1661,
                                new SameDraws(0.3066, 3),
                                2,
                                5,
                                new Goal("p99", 0.25, 0, "25 %"))
                        .text())
                .isEqualTo(
                        "| after slow-queries | p99 | 0.3461s | 0.2025 .. 0.4926 | 0.1661 | 0.3066 (3 of 5) | 2 of 5 | -52.0 % | 25 %: **missed** |\n");
        assertThat(row(0, 0, 0, 0.4, null))
                .isEqualTo("| before | x | 0.000s | 0.000 .. 0.000 | 0.4000 | - | 4 of 5 | - |  |\n");
    }

    @ParameterizedTest
    @CsvSource({
        "100, 104.96, +5.0 %, met",
        "100, 105, +5.0 %, met",
        "100, 105.04, +5.04 %, missed",
        "100, 105.0004, +5.0004 %, missed",
        "100, 94.96, -5.04 %, missed",
        "100, 95, -5.0 %, met",
        "100, 99.96, +0.0 %, met",
        "100, 120, +20.0 %, missed"
    })
    void anErrorIsPrintedOnItsSideOfTheGoal(double predicted, double observed, String error, String verdict) {
        String row = row(predicted, 0, 1000, observed, GOODPUT);
        assertThat(cell(row, 7)).isEqualTo(error);
        assertThat(cell(row, 8).replace("*", "")).isEqualTo("5 %: " + verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, 0.3, 0.2000s, 0.3000, met",
        "0.19996, 0.30004, 0.19996s, 0.30004, missed",
        "0.20004, 0.29996, 0.2000s, 0.3000, met",
        "1.0, 1.1, 1.000s, 1.100, met",
        "0.4, 0.50004, 0.40000s, 0.50004, missed"
    })
    void anAmountIsPrintedOnItsSideOfTheGoal(
            double predicted, double observed, String said, String seen, String verdict) {
        String row = row(predicted, 0, 1000, observed, RECOVER);
        assertThat(cell(row, 2)).isEqualTo(said);
        assertThat(cell(row, 4)).isEqualTo(seen);
        assertThat(cell(row, 8).replace("*", "")).isEqualTo("20 % or 100 ms: " + verdict);
    }

    @Test
    void whatLiesOutsideOfTheIntervalIsPrintedThere() {
        assertThat(row(0.0133, 0.0121, 0.0150001, 0.0150002, null))
                .contains("| 0.0133000s | 0.0121000 .. 0.0150001 | 0.0150002 |");
        assertThat(row(0.0133, 0.0121, 0.0150001, 0.0150001, null)).contains("| 0.01210 .. 0.01500 | 0.01500 |");
        assertThat(row(60, 55.704, 64, 55.701, null)).contains("| 60.000s | 55.704 .. 64.000 | 55.701 |");
    }

    /** However close to the goal, a reader of the row comes to its verdict. */
    @Test
    void theVerdictIsWhatTheNumbersSay() {
        for (double predicted : new double[] {0.0149996, 0.3, 0.49996, 1, 12.345, 59.95}) {
            for (Goal goal : new Goal[] {GOODPUT, RECOVER}) {
                double most = Math.max(goal.share() * predicted, goal.amount());
                for (double off = 1e-6; off < 1; off *= 3) {
                    for (double at : new double[] {most * (1 - off), most * (1 + off)}) {
                        check(row(predicted, 0, 1000, predicted + at, goal), goal);
                        check(row(predicted, 0, 1000, predicted - at, goal), goal);
                    }
                }
            }
        }
    }

    private static void check(String row, Goal goal) {
        double error = Math.abs(Double.parseDouble(cell(row, 7).replace(" %", "")));
        double amount = Math.abs(Double.parseDouble(cell(row, 4))
                - Double.parseDouble(cell(row, 2).replace("s", "")));
        boolean isMet = error <= goal.share() * 100 || amount <= goal.amount() + 1e-12;
        assertThat(cell(row, 8)).as(row).contains(isMet ? ": met" : ": **missed**");
    }
}
