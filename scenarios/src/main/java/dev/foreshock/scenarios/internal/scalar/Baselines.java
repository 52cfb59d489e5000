package dev.foreshock.scenarios.internal.scalar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.engine.judge.Baseline;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.source.Unavailable;
import dev.foreshock.scenarios.internal.source.Utf8;
import java.util.Map;
import java.util.TreeMap;

/** Reads what an earlier run observed from the {@code result.json} that it left. */
final class Baselines {

    private static final int MOST_BYTES = 32 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Baselines() {}

    static Baseline read(Phrase phrase) throws Misreading {
        Location here = phrase.node().site().source().location();
        if (phrase.isEmpty()) {
            return Baseline.NONE;
        } else if (here == null) {
            throw phrase.misread(Code.FILE, "be a file", "");
        }
        try {
            String text = Utf8.decode(here.sibling(phrase.text()).bytes(MOST_BYTES));
            return baseline(phrase, JSON.readTree(text));
        } catch (Unavailable e) {
            throw phrase.complain(e.code(), e.text(), e.help());
        } catch (JsonProcessingException e) {
            throw refused(phrase, "is not JSON at line " + e.getLocation().getLineNr());
        }
    }

    private static Baseline baseline(Phrase phrase, JsonNode root) throws Misreading {
        JsonNode measures = root.path("measures");
        if (root.path("schemaVersion").asInt() != 1 || !measures.isObject()) {
            throw refused(phrase, "has no measures of a run");
        } else if (root.has("warmUp")) {
            throw refused(phrase, "is that of a steady run");
        }
        Map<String, Double> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> measure : measures.properties()) {
            JsonNode value = measure.getValue();
            if (!value.isNumber() && !value.isNull()) {
                throw refused(phrase, "has a measure '" + measure.getKey() + "' that is no number");
            }
            values.put(measure.getKey(), value.isNull() ? Double.POSITIVE_INFINITY : value.doubleValue());
        }
        double scale = root.path("scale").asDouble(1);
        Baseline baseline = new Baseline(phrase.text(), values);
        return scale > 0 && scale != 1 ? baseline.scaled(1 / scale) : baseline;
    }

    private static Misreading refused(Phrase phrase, String why) {
        return phrase.complain(
                Code.BASELINE,
                "a baseline must be the result.json of a run, but " + phrase.shown() + " " + why,
                "foreshock run SCENARIO --out DIR leaves one in DIR");
    }
}
