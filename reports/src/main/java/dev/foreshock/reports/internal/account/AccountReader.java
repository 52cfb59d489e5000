package dev.foreshock.reports.internal.account;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foreshock.engine.Ended;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads {@code result.json}. */
public final class AccountReader {
    private static final JsonMapper JSON = new JsonMapper();

    private final Fields root;

    private AccountReader(Fields root) {
        this.root = root;
    }

    /**
     * Returns what the text of a {@code result.json} says.
     *
     * @throws UnreadableException if it is no such text, or was written before reports could be rendered anew
     */
    public static Account read(String text) {
        return read(tree(text, "result.json"));
    }

    /**
     * Returns what the tree of a {@code result.json} says.
     *
     * @throws UnreadableException if it was written before reports could be rendered anew
     */
    public static Account read(JsonNode tree) {
        return new AccountReader(new Fields(tree, "")).account();
    }

    /**
     * Returns the tree of a JSON file.
     *
     * @param name what to call the file in a message
     * @throws UnreadableException if it is no JSON object of version 1
     */
    public static JsonNode tree(String text, String name) {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            throw new UnreadableException(name + " must be JSON, but is not"
                    + (where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr()));
        }
        if (node == null || !node.isObject() || node.path("schemaVersion").asInt() != 1) {
            throw new UnreadableException(name + " must be an object with schemaVersion 1, but was another");
        }
        return node;
    }

    private Account account() {
        if (!root.has("exemplar")) {
            throw new UnreadableException(
                    "result.json must have the field exemplar, which reports are made of; run the scenario again");
        }
        Fields words = root.at("words");
        return new Account(
                root.text("scenario"),
                root.text("about"),
                root.text("world"),
                root.whole("seed"),
                root.count("replications"),
                ended(),
                root.number("scale"),
                FullSizeReader.gaps(root.at("fullSize")),
                verdict(root),
                root.text("judgedBy").equals("record") ? JudgedBy.RECORD : JudgedBy.GATES,
                new Words(
                        words.text("impactBelow"),
                        words.text("impactUntil"),
                        words.text("blackout"),
                        words.text("recovered"),
                        words.text("affected"),
                        words.text("population"),
                        words.text("impactWindow")),
                rules(),
                figures(),
                endsInAnImpact(),
                rulings("record"),
                root.flag("hasRecord"),
                rulings("gates"),
                components(),
                failures(),
                topology(),
                traffic(),
                RecoveryReader.of(root),
                new ExemplarReader(root).exemplar());
    }

    private Ended ended() {
        if (!root.has("ended")) {
            return Ended.FIXED;
        }
        Fields ended = root.at("ended");
        String by = ended.text("by");
        return Stream.of(Ended.By.values())
                .filter(each -> each.text().equals(by))
                .map(each -> new Ended(each, ended.count("looks"), ended.number("confidence")))
                .findFirst()
                .orElseThrow(() -> new UnreadableException(
                        "what ended the replications in result.json must be one of Foreshock's words, but was " + by));
    }

    static Verdict verdict(Fields fields) {
        String text = fields.text("verdict").toUpperCase(Locale.ROOT);
        try {
            return Verdict.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(fields.where() + "/verdict must be one of Foreshock's, but was '"
                    + text.toLowerCase(Locale.ROOT) + "'");
        }
    }

    private Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        Fields fields = root.at("rules");
        fields.names().forEach(name -> rules.put(name, fields.text(name)));
        return rules;
    }

    private Map<String, Estimate> figures() {
        Map<String, Estimate> figures = new LinkedHashMap<>();
        figure(figures, "requests", "offered");
        figure(figures, "requests", "succeeded");
        figure(figures, "requests", "failed");
        figure(figures, "requests", "successShare");
        figure(figures, "users", "total");
        figure(figures, "users", "affected");
        figure(figures, "users", "affectedShare");
        figure(figures, "impact", "totalSeconds");
        figure(figures, "impact", "longestSeconds");
        figure(figures, "incident", "durationSeconds");
        figure(figures, "responseTime", "p50");
        figure(figures, "responseTime", "p99");
        return figures;
    }

    private boolean endsInAnImpact() {
        Fields impact = root.at("impact");
        return impact.has("neverShare") && impact.number("neverShare") > 0;
    }

    private void figure(Map<String, Estimate> figures, String group, String name) {
        Fields fields = root.at(group).at(name);
        if (fields.has("value")) {
            figures.put(name, estimate(fields));
        }
    }

    static Estimate estimate(Fields fields) {
        return new Estimate(fields.number("value"), fields.number("low"), fields.number("high"), fields.count("n"));
    }

    private List<Ruling> rulings(String group) {
        List<Ruling> rulings = new ArrayList<>();
        for (Fields fields : root.list(group)) {
            rulings.add(new Ruling(
                    fields.text("name"),
                    verdict(fields),
                    fields.text("observedText"),
                    fields.text("measure") + " " + fields.text("wanted"),
                    fields.text("reason")));
        }
        return rulings;
    }

    private Map<String, Map<String, Estimate>> components() {
        Map<String, Map<String, Estimate>> components = new TreeMap<>();
        Fields all = root.at("components");
        for (String name : all.names()) {
            Map<String, Estimate> figures = new LinkedHashMap<>();
            Fields one = all.at(name);
            one.names().stream()
                    .filter(figure -> one.at(figure).has("value"))
                    .forEach(figure -> figures.put(figure, estimate(one.at(figure))));
            components.put(name, figures);
        }
        return components;
    }

    private Map<String, Map<String, Estimate>> failures() {
        Map<String, Map<String, Estimate>> failures = new TreeMap<>();
        Fields all = root.at("components");
        for (String name : all.names()) {
            if (all.at(name).has("failures")) {
                Map<String, Estimate> kinds = new TreeMap<>();
                Fields calls = all.at(name).at("failures");
                calls.names().forEach(kind -> kinds.put(kind, estimate(calls.at(kind))));
                failures.put(name, kinds);
            }
        }
        return failures;
    }

    private List<Part> topology() {
        List<Part> parts = new ArrayList<>();
        for (Fields fields : root.list("topology")) {
            parts.add(new Part(fields.text("name"), fields.text("kind"), fields.texts("calls")));
        }
        return parts;
    }

    private List<TrafficCurve> traffic() {
        List<TrafficCurve> curves = new ArrayList<>();
        for (Fields fields : root.list("traffic")) {
            curves.add(new TrafficCurve(
                    fields.text("users"),
                    fields.text("curve"),
                    fields.text("is"),
                    Math.max(1, Math.round(fields.number("everySeconds") * 1e9)),
                    fields.numbers("perSecond").stream()
                            .map(rate -> Double.isNaN(rate) ? Double.valueOf(0) : rate)
                            .toList()));
        }
        return curves;
    }
}
