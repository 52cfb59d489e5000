package dev.foreshock.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.cli.internal.console.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of the largest system of the library stays readable, and small. */
class LargeReportTest {
    private static final Pattern OUTLINE =
            Pattern.compile("<path d=\"([^\"]+)\"[^>]*><title>([^<, ]+), (\\w+)</title>");
    private static final Pattern POINT = Pattern.compile("[ML]([\\d.]+) ([\\d.]+)");

    @TempDir
    Path directory;

    /** A rectangle around an outline. */
    private record Place(String name, double left, double top, double right, double bottom) {
        boolean overlaps(Place other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    @Test
    void everyPartOfALargeSystemIsDrawnAndNoneOverAnother() throws Exception {
        new Console(directory).run("run", "marketplace-promo", "--replications", "1", "--out", "made");
        String report = Files.readString(directory.resolve("made/report.html"));
        JsonNode result = new ObjectMapper()
                .readTree(directory.resolve("made/result.json").toFile());
        List<String> parts = new ArrayList<>();
        result.get("topology").forEach(part -> parts.add(part.get("name").asText()));
        assertThat(parts).hasSizeGreaterThan(30);

        Map<String, Place> places = new TreeMap<>();
        OUTLINE.matcher(report).results().map(LargeReportTest::place).forEach(place -> places.put(place.name(), place));

        assertThat(places.keySet()).containsExactlyInAnyOrderElementsOf(parts);
        assertThat(places.values())
                .allSatisfy(place -> assertThat(places.values())
                        .filteredOn(other -> !other.name().equals(place.name()))
                        .noneMatch(place::overlaps));
        assertThat(report)
                .as("what was left out is named")
                .containsPattern(
                        "calls waited in [\\w.-]+, at .* Not drawn: .* more, which the table of components has")
                .hasSizeLessThan(1_500_000);
    }

    private static Place place(MatchResult outline) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (MatchResult point : POINT.matcher(outline.group(1)).results().toList()) {
            double x = Double.parseDouble(point.group(1));
            double y = Double.parseDouble(point.group(2));
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
        }
        return new Place(outline.group(2), left, top, right, bottom);
    }
}
