package dev.foreshock.scenarios.internal.read;

import dev.foreshock.scenarios.Knob;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.ScaledNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers that are not known exactly: those of the section {@code knobs}, and those found on the way. Not thread-safe. */
public final class Knobs {

    /** How the name of a knob is written. */
    public static final String NAME = "[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_])?";

    /** A reference to a knob, with a factor on it or without. */
    static final Pattern REFERENCE = Pattern.compile("\\s*\\$(" + NAME + ")(?:\\s+(" + Factor.PATTERN + "))?\\s*");

    /** How a range is written. */
    static final Pattern RANGE = Pattern.compile("\\s*(\\S.*?)\\s*\\.\\.\\s*(\\S.*?)\\s*", Pattern.DOTALL);

    private static final Pattern ANYWHERE = Pattern.compile("\\$(" + NAME + ")");

    private final Map<String, Node> declared = new TreeMap<>();
    private final Map<String, Set<String>> uses;
    private final List<Knob> found = new ArrayList<>();

    private Knobs(@Nullable MapNode section, Map<String, Set<String>> uses) {
        this.uses = uses;
        if (section != null) {
            section.entries().stream()
                    .filter(entry ->
                            !Reader.isFree(entry.key().text()) && !entry.value().isNull())
                    .forEach(entry -> declared.put(entry.key().text(), entry.value()));
        }
    }

    /** Tells whether a knob, like anything else, can be called {@code name}. */
    public static boolean isName(String name) {
        return Reader.NAME.matcher(name).matches();
    }

    /** Returns the knobs of a section, or of none. */
    public static Knobs of(@Nullable MapNode section) {
        return new Knobs(section, new TreeMap<>());
    }

    /** Returns the knobs of a section as variants change it; uses are counted together. */
    public Knobs changed(@Nullable MapNode section) {
        return new Knobs(section, uses);
    }

    /** Returns the same knobs, for looking at: what is met and used with them is not counted. */
    Knobs apart() {
        Knobs apart = new Knobs(null, new TreeMap<>());
        apart.declared.putAll(declared);
        return apart;
    }

    /** Returns what the knob {@code name} is, or null if there is none. */
    @Nullable
    Node find(String name) {
        return declared.get(name);
    }

    Set<String> names() {
        return declared.keySet();
    }

    /** Remembers that the setting at {@code path} depends on the knob {@code name}. */
    void use(String name, String path) {
        uses.computeIfAbsent(name, key -> new TreeSet<>()).add(path(path));
    }

    /** Returns a path as settings from outside have it: components are named without what they are in. */
    static String path(String path) {
        for (String before : new String[] {"system.components.", "system."}) {
            if (path.startsWith(before)) {
                return path.substring(before.length());
            }
        }
        return path;
    }

    /** Remembers a knob: declared, or a number with a basis. */
    void add(Knob knob) {
        found.removeIf(known -> known.path().equals(knob.path()));
        found.add(knob);
    }

    /** Returns the knobs that the last reading met, declared ones with everything that uses them. */
    public List<Knob> met() {
        return found.stream().map(this::withUses).toList();
    }

    private Knob withUses(Knob knob) {
        String name = knob.path().startsWith("knobs.") ? knob.path().substring("knobs.".length()) : "";
        Set<String> used = uses.get(name);
        return used == null
                ? knob
                : new Knob(
                        knob.path(),
                        knob.is(),
                        knob.from(),
                        knob.to(),
                        knob.basis(),
                        knob.source(),
                        knob.samples(),
                        List.copyOf(used));
    }

    /** Returns the knob that is set at {@code path}, as the last reading met it; null if it met none. */
    public @Nullable Knob met(String path) {
        return found.stream()
                .filter(knob -> knob.path().equals(path))
                .findFirst()
                .orElse(null);
    }

    /** Returns the declared knobs that nothing used so far. */
    public List<String> unused() {
        return declared.keySet().stream()
                .filter(name -> !uses.containsKey(name))
                .toList();
    }

    /**
     * Returns {@code text} with what its references to knobs stand for in their place.
     *
     * @return the text itself if it has none, null if one of them is not declared
     */
    public @Nullable TextNode written(TextNode text, String path) {
        return written(text, path, Map.of());
    }

    /** Returns {@code text} with its references filled in, some of them with values from {@code instead}. */
    @Nullable
    TextNode written(TextNode text, String path, Map<String, String> instead) {
        if (text.text().indexOf('$') < 0) {
            return text;
        }
        Matcher reference = ANYWHERE.matcher(text.text());
        StringBuilder result = new StringBuilder();
        while (reference.find()) {
            Node knob = find(reference.group(1));
            TextNode is = knob == null ? null : valueOf(knob);
            if (is == null) {
                return null;
            }
            use(reference.group(1), path);
            String value = instead.getOrDefault(reference.group(1), is.text());
            reference.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        reference.appendTail(result);
        return new TextNode(text.site(), result.toString(), text.quoted(), text.inset());
    }

    /** Returns the names of the knobs that {@code text} refers to. */
    static Set<String> names(TextNode text) {
        Set<String> names = new TreeSet<>();
        Matcher reference = ANYWHERE.matcher(text.text());
        while (reference.find()) {
            names.add(reference.group(1));
        }
        return names;
    }

    /** Returns the first name in {@code text} that is not declared, or null if all are. */
    @Nullable
    String firstUnknown(TextNode text) {
        Matcher reference = ANYWHERE.matcher(text.text());
        while (reference.find()) {
            Node knob = find(reference.group(1));
            if (knob == null || valueOf(knob) == null) {
                return reference.group(1);
            }
        }
        return null;
    }

    /** Returns what a knob is a multiple of; the knob itself if it is none. */
    public static Node innermost(Node knob) {
        return knob instanceof ScaledNode scaled ? innermost(scaled.base()) : knob;
    }

    /** Returns the single value that a knob is, with or without its basis; null if it has none. */
    public static @Nullable TextNode valueOf(Node knob) {
        if (knob instanceof ScaledNode scaled) {
            return Amounts.guessed(scaled);
        }
        Node value = knob instanceof MapNode map ? map.value("is") : knob;
        return value instanceof TextNode text && !text.isNull() ? text : null;
    }
}
