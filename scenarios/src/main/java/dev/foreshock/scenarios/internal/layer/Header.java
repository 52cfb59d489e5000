package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.internal.read.Synonyms;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the outermost settings of a file: which language and model it is written for, and that each is known. */
public final class Header {

    static final String LANGUAGE = "1";
    static final List<String> MODELS =
            Stream.of(Semantics.values()).map(Semantics::text).toList();

    private Header() {}

    /** Tells whether the file is written for this language and model; if not, the rest is not worth reading. */
    static boolean check(MapNode file, Report report) {
        boolean language = version(file, "foreshock", List.of(LANGUAGE), Code.VERSION, "language", report);
        boolean model = version(file, "semantics", MODELS, Code.SEMANTICS, "model", report);
        return language && model;
    }

    private static boolean version(MapNode file, String key, List<String> known, Code code, String of, Report report) {
        MapNode.Entry entry = file.entry(key);
        if (entry == null) {
            report.add(
                    code,
                    first(file),
                    "a file must have '" + key + "', the version of the " + of + " it is written for",
                    "add " + key + ": " + known.get(known.size() - 1));
            return false;
        }
        if (entry.value() instanceof TextNode text && known.contains(text.text())) {
            return true;
        }
        report.add(
                code,
                entry.value().site().place(),
                "'" + key + "' must be " + String.join(" or ", known) + ", but was "
                        + (entry.value().isNull() ? "left empty" : entry.value().shape()),
                "this Foreshock knows version " + String.join(" and ", known) + " of the " + of);
        return false;
    }

    /** Returns the start of a file. */
    static Place first(MapNode file) {
        return file.entries().isEmpty()
                ? file.site().place()
                : file.entries().iterator().next().key().site().place();
    }

    /** Returns {@code file} less what is not in {@code known}, which is reported. */
    static MapNode known(MapNode file, List<String> known, String subject, Report report) {
        Map<String, MapNode.Entry> result = new LinkedHashMap<>();
        for (MapNode.Entry entry : file.entries()) {
            String key = entry.key().text();
            if (known.contains(key)) {
                result.put(key, entry);
            } else if (!key.startsWith("x-") && !report.isFull()) {
                report.add(
                        Code.UNKNOWN_SETTING,
                        entry.key().site().place(),
                        "'" + key + "' is not a setting of " + subject,
                        elsewhere(key, subject, known));
            }
        }
        return new MapNode(file.site(), result);
    }

    private static String elsewhere(String key, String subject, List<String> known) {
        boolean isOfScenario = Sections.isChangeable(key) || key.equals("variants");
        String other = isOfScenario ? "'" + key + "' belongs into a scenario's file" : Synonyms.of(key, known);
        boolean isSystem = !isOfScenario || subject.equals("a system");
        return other.isEmpty() || !isSystem
                ? Spelling.hint(key, "settings", known)
                : other + "; settings are: " + Spelling.listed(known);
    }

    /** Returns the text of a setting, or null if it is not one. */
    public static @Nullable String text(MapNode file, String key) {
        Node value = file.value(key);
        return value instanceof TextNode text ? text.text() : null;
    }
}
