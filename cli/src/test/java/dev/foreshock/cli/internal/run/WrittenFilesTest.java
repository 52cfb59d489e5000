package dev.foreshock.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.console.PublishedSchema;
import dev.foreshock.cli.internal.whatif.CompareTest;
import dev.foreshock.cli.internal.whatif.WhyTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON files that commands leave: each has a published schema, which would notice any field that is called otherwise or holds something else. */
class WrittenFilesTest {
    @TempDir
    Path directory;

    private Path write(String scenario, String... line) throws IOException {
        List<String> command = new ArrayList<>(List.of(line));
        command.add(
                1,
                Files.writeString(directory.resolve("scenario.yaml"), scenario).toString());
        command.addAll(List.of("--out", "out", "--quiet"));
        Console console = new Console(directory);
        assertThat(console.run(command.toArray(String[]::new)))
                .as(console.err())
                .isIn(0, 4, 5);
        return directory.resolve("out");
    }

    private static void assertNoticed(Path file, String schema) throws IOException {
        assertThat(PublishedSchema.unnoticed(schema, Files.readString(file)))
                .as("changes of %s that nobody would notice", file.getFileName())
                .isEmpty();
    }

    @Test
    void ofARun() throws IOException {
        Path out = write(WhyTest.SHOP, "run", "--replications", "2", "--set", "traffic.u.usual=39/s");
        assertThat(PublishedSchema.violationsIn(out)).isEmpty();
        assertNoticed(out.resolve("result.json"), "result-v1.json");
        assertNoticed(out.resolve("run.json"), "run-v1.json");
    }

    @Test
    void ofASteadyRun() throws IOException {
        Path out = write(SteadyTest.COUNTER, "run", "--steady", "--warm-up", "10m");
        assertThat(PublishedSchema.violations("steady-v1.json", Files.readString(out.resolve("result.json"))))
                .isEmpty();
        assertThat(PublishedSchema.violations("run-v1.json", Files.readString(out.resolve("run.json"))))
                .isEmpty();
        assertNoticed(out.resolve("result.json"), "steady-v1.json");
        assertNoticed(out.resolve("run.json"), "run-v1.json");
    }

    @Test
    void ofAComparison() throws IOException {
        Path out = write(CompareTest.SHOP, "compare", "--draws", "5");
        assertThat(Console.names(out)).contains("comparison.json", "result.json", "run.json");
        assertThat(PublishedSchema.violationsIn(out)).isEmpty();
        assertNoticed(out.resolve("comparison.json"), "comparison-v1.json");
        assertNoticed(out.resolve("run.json"), "run-v1.json");
    }

    @Test
    void aFileWithoutASchemaIsFound() throws IOException {
        Files.writeString(directory.resolve("new.json"), "{}");
        Files.writeString(directory.resolve("run.json"), "{}");
        assertThat(PublishedSchema.violationsIn(directory))
                .anySatisfy(found -> assertThat(found).contains("new.json must have a published schema"))
                .anySatisfy(found -> assertThat(found).contains("run.json: "));
    }
}
