package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Note;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes out the faults, monitors and claims that speak of several components by a selector: one for each match, named after it. */
final class WrittenOut {

    private static final Pattern SUBJECT = Pattern.compile("\\(([^()]*[=*][^()]*)\\)");

    private final Map<String, Map<String, String>> components = new TreeMap<>();
    private final Report report;

    private WrittenOut(MapNode root, Report report) {
        this.report = report;
        if (root.value("components") instanceof MapNode map) {
            map.entries().forEach(entry -> {
                if (entry.value() instanceof MapNode component) {
                    components.put(entry.key().text(), Labels.of(component));
                }
            });
        }
    }

    /** Returns the sections with no selectors left in faults, monitors, record and gates. */
    static MapNode of(MapNode root, Report report) {
        WrittenOut out = new WrittenOut(root, report);
        MapNode watched = out.section(out.section(root, "faults", "on"), "monitors", "watches");
        return out.section(out.section(watched, "record", "require"), "gates", "require");
    }

    private MapNode section(MapNode root, String name, String setting) {
        MapNode.Entry entry = root.entry(name);
        if (entry == null || !(entry.value() instanceof MapNode map)) {
            return root;
        }
        Map<String, MapNode.Entry> result = new LinkedHashMap<>();
        map.entries().forEach(each -> one(each, map, setting, result));
        return root.with(entry.key(), new MapNode(map.site(), result));
    }

    private void one(MapNode.Entry entry, MapNode section, String setting, Map<String, MapNode.Entry> result) {
        Node value = entry.value();
        MapNode.Entry inner = value instanceof MapNode map ? map.entry(setting) : null;
        TextNode text = value instanceof TextNode single
                ? single
                : inner != null && inner.value() instanceof TextNode within ? within : null;
        Matcher subject = text == null || text.text().length() > 1_000 ? null : SUBJECT.matcher(text.text());
        boolean isWhole = !setting.equals("require");
        String written =
                text == null || subject == null ? "" : isWhole ? text.text() : subject.find() ? subject.group(1) : "";
        if (text == null || !Selector.isNeeded(written) || (isWhole && inner == null)) {
            result.put(entry.key().text(), entry);
            return;
        }
        for (String component : matches(written, text)) {
            if (component.indexOf('@') >= 0) {
                continue; // no name, which is said where it is given
            }
            String name = entry.key().text() + "." + component;
            TextNode key = new TextNode(entry.key().site(), name, true, 0);
            String instead = isWhole ? component : subject == null ? "" : replaced(text, subject, component);
            TextNode about = new TextNode(text.site(), instead, true, 0);
            Node each = inner != null && value instanceof MapNode map ? map.with(inner.key(), about) : about;
            MapNode.Entry own = section.entry(name);
            if (own == null) {
                result.put(name, new MapNode.Entry(key, each));
            } else {
                report.add(
                        Code.CLASH,
                        own.key().site().place(),
                        "'" + name + "' must have one meaning, but a selector is written out under this name too",
                        "rename one of the two",
                        new Note("the selector is here", text.site().place()));
            }
        }
    }

    /** Returns what a selector can be, with the labels that there are. */
    private String labels() {
        Set<String> labels = new TreeSet<>();
        components.values().forEach(of -> of.forEach((label, value) -> labels.add(label + "=" + value)));
        return "a selector is a pattern of names, such as \"*\" or \"checkout.*\", or a label"
                + (labels.isEmpty() ? "" : "; there are: " + Spelling.listed(labels));
    }

    private static String replaced(TextNode text, Matcher subject, String component) {
        return text.text().substring(0, subject.start(1))
                + component
                + text.text().substring(subject.end(1));
    }

    private List<String> matches(String written, TextNode text) {
        int start = text.text().indexOf(written);
        Selector selector = Selector.of(written);
        List<String> names = selector == null
                ? List.of()
                : components.entrySet().stream()
                        .filter(entry -> selector.matches(entry.getKey(), entry.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        if (names.isEmpty()) {
            report.add(
                    Code.SELECTOR,
                    text.part(start, start + written.length()).place(),
                    "a selector must match a component, but '" + written.strip() + "' "
                            + (selector == null ? "is none" : "matches none"),
                    labels());
        }
        return names;
    }
}
