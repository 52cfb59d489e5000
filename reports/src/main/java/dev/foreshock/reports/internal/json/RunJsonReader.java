package dev.foreshock.reports.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foreshock.engine.describe.Printable;
import dev.foreshock.reports.Origin;
import dev.foreshock.reports.PastRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code run.json}. */
public final class RunJsonReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What only a steady run has. */
    private static final String STEADY = "steady";

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
        if (rerun.has(STEADY)) {
            throw new IllegalArgumentException("run.json must be of replications, but is of " + about(rerun)
                    + ", in which nothing happens that has causes: name a scenario with an incident");
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

    /** Returns what the file is about, such as {@code a steady run of shop.yaml}; nothing if it is none or does not say. */
    public static Optional<String> about(String text) {
        try {
            JsonNode rerun = MAPPER.readTree(text).path("rerun");
            return rerun.path("scenario").asText().isEmpty() ? Optional.empty() : Optional.of(about(rerun));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String about(JsonNode rerun) {
        return (rerun.has(STEADY) ? "a steady run of " : "a run of ")
                + Printable.of(rerun.path("scenario").asText());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
