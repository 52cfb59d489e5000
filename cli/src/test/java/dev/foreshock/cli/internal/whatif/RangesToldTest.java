package dev.foreshock.cli.internal.whatif;

import static dev.foreshock.cli.internal.whatif.EditedReport.variant;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which range of the draws stands beside a mean. */
class RangesToldTest {
    @TempDir
    static Path directory;

    private static EditedReport report = new EditedReport(Path.of(""));

    @BeforeAll
    static void compare() throws IOException {
        Path shop = Files.writeString(directory.resolve("shop.yaml"), CompareTest.SHOP);
        new Console(directory).run("compare", shop.toString(), "--draws", "10", "--out", "out");
        report = new EditedReport(directory.resolve("out"));
    }

    private static String outage(double mean, double low, double high, double most) {
        return report.told(root -> {
            ObjectNode unchanged = variant(root, "as it happened");
            unchanged.put("outageMinutes", mean).put("cutShortShare", 0);
            ((ObjectNode) unchanged.at("/spread/outageMinutes"))
                    .put("p10", low)
                    .put("p90", high)
                    .put("least", 0)
                    .put("most", most);
        });
    }

    @Test
    void theMiddleOfTheDrawsIsToldWhereTheMeanLiesInIt() {
        assertThat(outage(3, 1, 4, 9)).contains("3m 00s (1m 00s to 4m 00s)");
    }

    @Test
    void whereOneDrawPutsTheMeanOutsideOfTheMiddleAllOfThemAreTold() {
        assertThat(outage(0.5, 0, 0.2, 5)).contains("30 s (none to 5m 00s)").doesNotContain("30 s (none to 12 s)");
        assertThat(outage(0.5, 0, 0.5, 5))
                .as("one of ten draws, so that the quantile between the last two is the mean")
                .contains("30 s (none to 5m 00s)");
    }

    @Test
    void chanceIsToldApartFromWhatIsNotKnown() {
        assertThat(report.told(root -> {
                    ObjectNode unchanged = variant(root, "as it happened");
                    ((ObjectNode) unchanged.at("/spread/outageMinutes")).put("chanceDeviation", 0.5);
                    ((ObjectNode) unchanged.at("/spread/usersAffectedShare")).put("chanceDeviation", 0.012);
                }))
                .contains("Chance alone, as it happened: runs of the same draw differ by 30 s of outage total and by"
                        + " 1.2 pt of users affected");
        assertThat(report.told(
                        root -> ((ObjectNode) variant(root, "as it happened").at("/spread/outageMinutes"))
                                .remove("chanceDeviation")))
                .doesNotContain("Chance alone");
    }
}
