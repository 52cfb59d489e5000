package dev.foreshock.reports.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foreshock.reports.Origin;
import dev.foreshock.reports.PastRun;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code run.json}. */
public final class RunJsonReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RunJsonReader() {}

    /**
     * Returns what the file says about how to run it again.
     *
     * @throws IllegalArgumentException if it does not say that
     */
    public static PastRun read(String text) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("run.json must be JSON, but is not", e);
        }
        JsonNode rerun = root.path("rerun");
        if (rerun.path("scenario").asText().isEmpty()) {
            throw new IllegalArgumentException(
                    "run.json must say which scenario was run, but does not, as one of an older version; run it again");
        }
        if (!rerun.path("seed").isIntegralNumber()
                || rerun.path("replications").asInt() < 1
                || !(rerun.path("scale").asDouble() > 0)) {
            throw new IllegalArgumentException(
                    "run.json must have the seed, the replications and the scale of the run, but has not");
        }
        return new PastRun(
                new Origin(
                        rerun.path("scenario").asText(),
                        rerun.path("directory").asText(),
                        texts(rerun.path("overlays")),
                        texts(rerun.path("variants")),
                        texts(rerun.path("sets")),
                        texts(rerun.path("without")),
                        rerun.path("compress").asDouble(1)),
                rerun.path("seed").asLong(),
                rerun.path("replications").asInt(),
                rerun.path("scale").asDouble(),
                texts(root.path("checksums")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
