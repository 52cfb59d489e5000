package dev.foreshock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/how-to/test-with-junit.md} and the README quote stands in {@code examples}, which CI builds. */
class JunitPageTest {
    private static final Path ROOT = Path.of(System.getProperty("foreshock.root", ".."));
    private static final String SCENARIO = "src/test/resources/slow-payments.yaml";
    private static final String LEFT_OUT = "// …";

    private static List<String> blocks(String page, String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve(page)));
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }

    /** Returns a text without what the place of its lines asks for. */
    private static String bare(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().matches(".*\\.java|.*pom\\.xml"))
                    .toList()) {
                texts.add(bare(Files.readString(file)));
            }
            return texts;
        }
    }

    private static void assertQuoted(String page, String language, int atLeast) throws IOException {
        List<String> examples = examples();
        List<String> blocks = blocks(page, language);
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(atLeast);
        for (String block : blocks) {
            for (String piece : block.split(LEFT_OUT, -1)) {
                assertThat(examples).as("%s quotes%n%s", page, piece).anyMatch(text -> text.contains(bare(piece)));
            }
        }
    }

    @Test
    void whatThePageQuotesStandsInTheExamples() throws Exception {
        assertQuoted("docs/how-to/test-with-junit.md", "java", 5);
        assertQuoted("docs/how-to/test-with-junit.md", "xml", 1);
    }

    @Test
    void whatTheReadmeQuotesStandsInTheExamples() throws Exception {
        assertQuoted("README.md", "java", 1);
    }

    static class Impatient {
        @ScenarioTest(value = "../examples/" + SCENARIO, seeds = 1, variants = "impatient")
        void run(RunResult run) {}
    }

    @Test
    void aFailureReadsAsThePageSays() throws Exception {
        String shown = blocks("docs/how-to/test-with-junit.md", "text").get(0).strip();
        assertThat(Kit.run(Impatient.class).failures())
                .singleElement()
                .extracting(failed -> failed.getMessage()
                        .replace(ROOT.toAbsolutePath().normalize().resolve("examples") + "/", "")
                        .strip())
                .isEqualTo(shown);
    }
}
