package dev.foreshock.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.whatif.CompareTest;
import dev.foreshock.reports.PastReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were edited: every node of a real one is replaced by what does not belong there. */
class ReportFuzzTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> WRONG = List.of("null", "{}", "[]", "\"x\"", "-1", "1e400");
    private static final int KEPT = 2;
    private static final int SHOWN = 60;

    /** As content or as an attribute, which is not where the page's script has its words. */
    private static final Pattern NO_NUMBER = Pattern.compile("[>\" ]-?(?:NaN|Infinity)[ %<\"]");

    @TempDir
    Path directory;

    private Path files() throws IOException {
        String given = System.getProperty("foreshock.past");
        if (given != null) {
            return Path.of(given);
        }
        Path shop = Files.writeString(directory.resolve("shop.yaml"), CompareTest.SHOP);
        new Console(directory).run("compare", shop.toString(), "--draws", "20", "--out", "out");
        return directory.resolve("out");
    }

    /** Puts {@code put} to each place of {@code node} in turn; of long lists, to the first items alone. */
    private static void everywhere(JsonNode node, String at, JsonNode put, Consumer<String> look) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode old = object.get(name);
                object.set(name, put);
                look.accept(at + "/" + name);
                object.set(name, old);
                everywhere(old, at + "/" + name, put, look);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < Math.min(KEPT, array.size()); i++) {
                JsonNode old = array.get(i);
                array.set(i, put);
                look.accept(at + "/" + i);
                array.set(i, old);
                everywhere(old, at + "/" + i, put, look);
            }
        }
    }

    @Test
    void aFileWithAnythingAnywhereIsRefusedInWordsOrRendered() throws IOException {
        requireRefusedOrRendered(files(), List.of("result.json", "run.json", "comparison.json"), 2);
    }

    @Test
    void theFilesOfASteadyRunAreRefusedInWordsOrRenderedToo() throws IOException {
        Path counter = Path.of("src", "test", "resources", "browser", "counter.yaml");
        new Console(directory)
                .run("run", counter.toAbsolutePath().toString(), "--steady", "--length", "1h", "--out", "steady");
        requireRefusedOrRendered(directory.resolve("steady"), List.of("result.json", "run.json"), 1);
    }

    private static void requireRefusedOrRendered(Path files, List<String> names, int rendered) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            texts.add(Files.readString(files.resolve(name)));
        }
        assertThat(render(texts)).hasSize(rendered);
        List<String> broken = new ArrayList<>();
        for (int file = 0; file < names.size(); file++) {
            int which = file;
            JsonNode root = JSON.readTree(texts.get(file));
            for (String wrong : WRONG) {
                everywhere(root, "", JSON.readTree(wrong.equals("1e400") ? "\"1e400\"" : wrong), at -> {
                    List<String> edited = new ArrayList<>(texts);
                    edited.set(which, root.toString().replace("\"1e400\"", "1e400"));
                    String problem = problem(edited, names.get(which));
                    if (problem != null) {
                        broken.add(names.get(which) + at + " = " + wrong + ": " + problem);
                    }
                });
            }
        }
        if (!broken.isEmpty()) {
            fail(broken.size() + " in all\n" + String.join("\n", broken.subList(0, Math.min(SHOWN, broken.size()))));
        }
    }

    private static Map<String, String> render(List<String> files) {
        return PastReport.render(files.get(0), files.get(1), files.size() > 2 ? files.get(2) : null, null);
    }

    /** Returns what is wrong with how the files are treated; null if nothing is. */
    private static String problem(List<String> files, String edited) {
        try {
            String page = String.join("", render(files).values());
            return NO_NUMBER.matcher(page).find() ? "no number, shown as one" : null;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage()).contains(edited) ? null : "no file in: " + e.getMessage();
        } catch (RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            return e + " at "
                    + java.util.Arrays.stream(trace)
                            .filter(each -> each.getClassName().startsWith("dev.foreshock"))
                            .limit(3)
                            .toList();
        }
    }
}
