package dev.foreshock.scenarios.internal.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A difference leads from one text to the other. */
class UnifiedDiffTest {

    @Test
    void equalTextsDoNotDiffer() {
        assertThat(UnifiedDiff.of("a", "x\n", "x\n")).isEmpty();
    }

    @Test
    void aChangeIsShownWithThreeLinesAroundIt() {
        assertThat(UnifiedDiff.of("f.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\nfive\n6\n7\n8\n9"))
                .isEqualTo("--- f.yaml\n+++ f.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
        assertThat(UnifiedDiff.of("f", "", "a\r\n")).isEqualTo("--- f\n+++ f\n@@ -0,0 +1 @@\n+a\r\n");
        assertThat(UnifiedDiff.of("f", "a", "b"))
                .isEqualTo(
                        "--- f\n+++ f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n");
    }

    @Test
    void appliedToTheOneTextItGivesTheOther() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            String before = text(random);
            String after = text(random);
            assertThat(applied(before, UnifiedDiff.of("f", before, after))).isEqualTo(after);
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(random.nextInt(4)).append('\n');
        }
        return text.toString();
    }

    /** What patch does, without its patience: every line must be where the difference says. */
    private static String applied(String before, String diff) {
        List<String> old = List.of(before.split("(?<=\n)", -1));
        List<String> result = new ArrayList<>();
        int at = 0;
        for (String line : diff.lines().skip(2).toList()) {
            if (line.startsWith("@@")) {
                String[] range = line.split("[ ,]", -1);
                int start = Integer.parseInt(range[1].substring(1)) - (line.contains(",0 +") ? 0 : 1);
                result.addAll(old.subList(at, start));
                at = start;
            } else if (line.startsWith("+")) {
                result.add(line.substring(1) + "\n");
            } else {
                assertThat(line.substring(1) + "\n").isEqualTo(old.get(at));
                at++;
                if (line.startsWith(" ")) {
                    result.add(line.substring(1) + "\n");
                }
            }
        }
        if (at < old.size() && !before.isEmpty()) {
            result.addAll(old.subList(at, old.size()));
        }
        return String.join("", result);
    }
}
