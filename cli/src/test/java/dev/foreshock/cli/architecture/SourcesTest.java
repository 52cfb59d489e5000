package dev.foreshock.cli.architecture;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the house asks of source files, whatever is in them. */
class SourcesTest {

    private static final int MOST_LINES = 500;

    @Test
    void everyPackageSaysWhatLivesThere() {
        List<Path> silent = Sources.production().stream().collect(groupingBy(Path::getParent)).keySet().stream()
                .filter(directory -> !hasComment(directory.resolve("package-info.java")))
                .sorted()
                .toList();
        assertThat(silent)
                .as("packages without a package-info.java that has a comment")
                .isEmpty();
    }

    @Test
    void noSourceFileIsLongerThan500Lines() {
        assertThat(Sources.all())
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(Sources.lines(file)).as("%s", file).hasSizeLessThanOrEqualTo(MOST_LINES));
    }

    private static boolean hasComment(Path packageInfo) {
        return Files.exists(packageInfo)
                && Sources.lines(packageInfo).stream().anyMatch(line -> line.startsWith("/**"));
    }
}
