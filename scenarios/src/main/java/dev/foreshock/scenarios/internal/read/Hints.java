package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.scenarios.internal.scalar.Desk;
import dev.foreshock.scenarios.internal.scalar.Misreading;
import dev.foreshock.scenarios.internal.scalar.Phrase;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.scalar.Scalars;
import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words the ways out: what to write in place of what is there, in the file's own words where it has some. */
final class Hints {

    private static final int MOST_ITEMS = 8;

    private Hints() {}

    /** Returns how a value of {@code type} may be written. */
    static String example(Type type) {
        Scalar<?> scalar = type instanceof Class<?> wanted ? Scalars.find(wanted) : null;
        return scalar == null ? "..." : scalar.firstExample();
    }

    /** Returns what to write in place of {@code node} where a map from names to values of {@code type} is needed. */
    static String map(Node node, Type type, String subject) {
        if (!(node instanceof ListNode list) || list.items().size() > MOST_ITEMS) {
            boolean isPlain = node instanceof TextNode text && !text.isNull();
            return isPlain
                    ? "it stands where a name belongs: NAME: { " + subject + ": " + value(node, type) + " }"
                    : "";
        }
        List<String> entries = new ArrayList<>();
        for (Node item : list.items()) {
            if (!(item instanceof TextNode text)) {
                return "give each a name in place of '-'";
            }
            String entry = entry(text.text(), type, list.items().size());
            if (entry == null) {
                return "give each a name in place of '-': NAME: " + text.text();
            }
            entries.add(entry);
        }
        return "write " + subject + ": { " + String.join(", ", entries) + " }";
    }

    private static @Nullable String entry(String item, Type type, int of) {
        String[] words = item.strip().split("\\s+", 2);
        if (!words[0].matches(Knobs.NAME)) {
            return null;
        } else if (words.length == 2) {
            boolean fits =
                    (type instanceof Class<?> wanted && Scalars.find(wanted) == null) || words[1].matches("\\S+");
            return fits && !words[1].contains(":") ? words[0] + ": " + words[1] : null;
        }
        boolean isShare = type == Percent.class;
        boolean isMap = type instanceof Class<?> wanted && Scalars.find(wanted) == null;
        return isShare && 100 % of == 0
                ? words[0] + ": " + 100 / of + "%"
                : words[0] + ": " + (isMap ? "{}" : example(type));
    }

    private static String value(Node node, Type type) {
        return node instanceof TextNode text && text.text().length() <= 40 ? text.text() : example(type);
    }

    /** Returns what to write in place of a single value where a record is needed. */
    static String record(Node node, Shape shape, String subject) {
        if (!(node instanceof TextNode text) || text.isNull() || text.text().length() > 40) {
            return "";
        }
        return shape.all().stream()
                .filter(setting -> setting.inFiles() && reads(setting.type(), text))
                .findFirst()
                .map(setting -> "write " + subject + ": { " + setting.key() + ": " + text.text() + " }")
                .orElse("");
    }

    private static boolean reads(Type type, TextNode text) {
        Scalar<?> scalar = type instanceof Class<?> wanted ? Scalars.find(wanted) : null;
        try {
            return scalar != null
                    && scalar.json() != Scalar.Json.ANY
                    && scalar.reading().read(Phrase.of(text, "", Desk.blank())) != null;
        } catch (Misreading | IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns what to do about a required setting that has a line but no value. */
    static String below(Setting setting) {
        Class<?> type = setting.type() instanceof Class<?> wanted && wanted.isRecord() ? wanted : null;
        return type == null
                ? "write " + setting.key() + ": " + example(setting.type())
                : "indent below it what belongs to it: "
                        + Spelling.listed(Shape.of(type).keys());
    }

    /** Returns the way out for a setting that is none. */
    static String setting(MapNode.Entry entry, MapNode in, Collection<String> known) {
        String key = entry.key().text();
        if (in.value("calls") instanceof MapNode calls && calls.entry(key) != null) {
            return "'" + key + "' is a call: write calls." + key + ", or indent it below calls";
        } else if (entry.value() instanceof MapNode below && below.value("is") != null) {
            return "it says what it is, as components do: indent it less, like the other components; settings are: "
                    + Spelling.listed(known);
        }
        String other = Synonyms.of(key, known);
        if (!other.isEmpty()) {
            return other + "; settings are: " + Spelling.listed(known);
        } else if (entry.value().isNull() && Spelling.meant(key, known).isEmpty()) {
            String list = listOf(entry, in);
            return (list.isEmpty() ? "" : list + "; ") + "settings are: " + Spelling.listed(known);
        }
        return Spelling.hint(key, "settings", known);
    }

    /** Tells how to write a list that a comma without brackets has ended. */
    private static String listOf(MapNode.Entry last, MapNode in) {
        MapNode.Entry before = null;
        for (MapNode.Entry entry : in.entries()) {
            if (entry.key().text().equals(last.key().text())) {
                break;
            } else if (!entry.value().isNull()) {
                before = entry;
            }
        }
        boolean isBeside = before != null
                && before.value() instanceof TextNode
                && before.value().site().line() == last.key().site().line();
        return isBeside
                        && before != null
                        && before.value() instanceof TextNode text
                        && text.text().length() <= 40
                ? "a list has brackets: write " + before.key().text() + ": [" + text.text() + ", "
                        + last.key().text() + "]"
                : "";
    }

    /** Returns the way out for a thing that does not say what it is. */
    static String kind(String subject, Class<?> family, Catalog catalog, List<String> names) {
        List<String> owners = catalog.of(family).stream()
                .filter(kind -> Shape.of(kind.type()).setting(subject) != null)
                .map(Kind::name)
                .toList();
        return owners.isEmpty()
                ? "add 'is: ...'; kinds are: " + Spelling.listed(names)
                : "'" + subject + "' is a setting of a component, such as " + Spelling.withArticle(owners.get(0))
                        + ": indent it below the one that it belongs to";
    }

    /** Returns the way out for a kind that is none. */
    static String otherKind(String name, List<String> kinds) {
        String other = Spelling.meant(name, kinds).isEmpty() ? Synonyms.of(name, kinds) : "";
        return (other.isEmpty() ? "" : other + "; ") + Spelling.hint(name, "kinds", kinds);
    }

    /** Returns a name that can be one in place of {@code name}. */
    static String name(String name) {
        String better = name.strip()
                .replaceAll("[^\\p{L}\\p{N}_.-]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^[.-]+|[.-]+$", "");
        boolean isOne = !better.isEmpty() && better.length() <= 60;
        return (name.indexOf('@') < 0 ? "" : "'@' cannot be used yet" + (isOne ? "; " : ""))
                + (isOne ? "write " + better : "");
    }
}
