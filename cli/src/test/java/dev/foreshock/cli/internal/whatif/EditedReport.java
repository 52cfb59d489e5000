package dev.foreshock.cli.internal.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.reports.PastReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Page and postmortem of a comparison whose {@code comparison.json} is edited before. */
final class EditedReport {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path files;

    /** @param files where a comparison wrote its files */
    EditedReport(Path files) {
        this.files = files;
    }

    /** Returns both in one text. */
    String told(Consumer<ObjectNode> edit) {
        try {
            ObjectNode root = (ObjectNode) JSON.readTree(read("comparison.json"));
            edit.accept(root);
            return String.join(
                    "",
                    PastReport.render(read("result.json"), read("run.json"), root.toString(), null)
                            .values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String name) throws IOException {
        return Files.readString(files.resolve(name));
    }

    /** Returns one of the {@code variants}. */
    static ObjectNode variant(JsonNode root, String name) {
        for (JsonNode variant : root.at("/variants")) {
            if (variant.path("name").asText().equals(name)) {
                return (ObjectNode) variant;
            }
        }
        throw new AssertionError(name + " is missing");
    }
}
