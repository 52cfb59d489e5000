package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.scalar.Misreading;
import dev.foreshock.scenarios.internal.scalar.Phrase;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.scalar.Scalars;
import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads any description record from a tree: what a setting is called, what it takes and what it is when left out follows
 * from the record. After a mistake it goes on with a stand-in, so that all mistakes are found at once.
 */
final class Reader {

    /** Comes before the names of settings that no file can give; no name in a file has it. */
    static final String HIDDEN = "@";

    /** What a name is made of. */
    static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*(?:\\.[\\p{L}\\p{N}_-]+)*");

    private final Catalog catalog;
    private final Expander expander;
    private final StandIns standIns;
    private final Notes notes;
    private final Report report;
    private final AmountReader amounts;
    private final Limits limits;
    private final Fills fills;

    /** What amounts that were just read may be, by where they stand, until the record that has them is complete. */
    private final IdentityHashMap<Node, Span> spans = new IdentityHashMap<>();

    Reader(Catalog catalog, Notes notes, StandIns standIns) {
        this.catalog = catalog;
        this.expander = new Expander(catalog);
        this.standIns = standIns;
        this.notes = notes;
        this.report = notes.report();
        this.amounts = new AmountReader(notes, this::amountForm);
        this.limits = new Limits(report);
        this.fills = new Fills(notes, amounts, limits);
    }

    Object read(Node node, Type type, Spot spot) {
        if (type instanceof ParameterizedType generic) {
            return collection(node, generic, spot);
        }
        Class<?> wanted = (Class<?>) type;
        Scalar<?> scalar = Scalars.find(wanted);
        if (scalar != null) {
            return scalar(node, scalar, spot);
        } else if (wanted.isEnum()) {
            return word(node, wanted, spot);
        } else if (catalog.isFamily(wanted)) {
            return family(node, wanted, spot);
        }
        return record(node, Shape.of(wanted), spot);
    }

    // --- single values

    private Object scalar(Node node, Scalar<?> scalar, Spot spot) {
        if (Amounts.isAmount(scalar.type()) && !(node instanceof ListNode) && !node.isNull()) {
            return amount(node, scalar, spot);
        }
        if (node instanceof MapNode map && scalar.longForm() != null) {
            Object form = record(map, Shape.of(scalar.longForm()), spot);
            return ((Scalar.LongForm<?>) form).value();
        }
        if (!(node instanceof TextNode text) || node.isNull()) {
            return mistake(node, spot, "be " + scalar.wanted(), "", scalar.type());
        }
        if (text.text().length() > Phrase.LONGEST && scalar.type() != String.class) {
            return mistake(node, spot, "be at most " + Phrase.LONGEST + " characters long", "", scalar.type());
        }
        TextNode written =
                scalar.json() == Scalar.Json.ANY ? text : notes.knobs().written(text, spot.path());
        if (written == null) {
            notes.unknownKnob(String.valueOf(notes.knobs().firstUnknown(text)), text);
            notes.mistake(node);
            return scalar.example();
        }
        try {
            Object value = scalar.reading().read(Phrase.of(written, spot.subject(), notes));
            if (text.text().indexOf('$') >= 0) {
                fills.hold(text, scalar, spot);
            }
            return value;
        } catch (Misreading e) {
            report.add(e.code(), e.site().place(), e.text(), e.help());
        } catch (IllegalArgumentException e) {
            Refusal.add(report, text, spot, scalar, e);
        }
        notes.mistake(node);
        return scalar.example();
    }

    private Object amount(Node node, Scalar<?> scalar, Spot spot) {
        Amount amount = amounts.read(node, scalar, spot);
        if (amount == null) {
            notes.mistake(node);
            return scalar.example();
        }
        if (amount.span() != null) {
            spans.put(node, amount.span());
        }
        return amount.value();
    }

    /** Reads the settings of a number with a basis; null after a mistake. */
    @Nullable
    AmountForm amountForm(MapNode map, Spot spot) {
        int before = report.size();
        Object form = record(map, Shape.of(AmountForm.class), spot);
        return report.size() > before ? null : (AmountForm) form;
    }

    private Object word(Node node, Class<?> type, Spot spot) {
        List<String> words = Words.of(type);
        if (node instanceof TextNode text && !node.isNull()) {
            for (Object constant : type.getEnumConstants()) {
                if (text.text().equals(Words.of((Enum<?>) constant))) {
                    return constant;
                }
            }
            report.add(
                    Code.WORD,
                    text.site().place(),
                    spot.quoted() + " must be " + String.join(" or ", words) + ", but was " + text.shape(),
                    Spelling.meant(text.text(), words));
            notes.mistake(node);
            return standIns.of(type);
        }
        return mistake(node, spot, "be " + String.join(" or ", words), "", type);
    }

    // --- maps and lists

    private Object collection(Node node, ParameterizedType type, Spot spot) {
        Class<?> raw = (Class<?>) type.getRawType();
        if (Map.class.isAssignableFrom(raw)) {
            return map(node, type.getActualTypeArguments()[1], spot);
        }
        List<Object> items = items(node, type.getActualTypeArguments()[0], spot);
        return Set.class.isAssignableFrom(raw) ? new LinkedHashSet<>(items) : items;
    }

    private Map<String, Object> map(Node node, Type type, Spot spot) {
        Map<String, Object> items = new LinkedHashMap<>();
        if (!(node instanceof MapNode map)) {
            shape(node, spot, "be a map from names to values", Hints.map(node, type, spot.subject()));
            notes.incomplete();
            return items;
        }
        for (MapNode.Entry entry : map.entries()) {
            String name = entry.key().text();
            if (isFree(name)) {
                continue;
            }
            if (!NAME.matcher(name).matches()) {
                report.add(
                        Code.NAME,
                        entry.key().site().place(),
                        "a name must be made of letters, digits, hyphens, dots and underscores, but was "
                                + entry.key().shape(),
                        Hints.name(name));
                notes.mistake(node);
            }
            if (entry.value() instanceof TextNode text && text.isEmpty()) {
                items.put(name, leftEmpty(entry, type, spot));
                continue;
            } else if (entry.value().isNull()) {
                continue;
            }
            items.put(name, read(entry.value(), type, spot.at(entry)));
        }
        return items;
    }

    /** Complains about a name without a value, which takes away nothing: who writes it means the thing with all its defaults. */
    private Object leftEmpty(MapNode.Entry entry, Type type, Spot spot) {
        String name = entry.key().text();
        boolean isMap = type instanceof Class<?> wanted && Scalars.find(wanted) == null;
        notes.mistake(entry.value());
        notes.lose(name);
        report.add(
                Code.SHAPE,
                entry.key().site().place(),
                "'" + name + "' in '" + spot.subject() + "' must have a value, but was left empty",
                isMap
                        ? "write " + name + ": {} for one with all its defaults, or take the line out"
                        : "write " + name + ": " + Hints.example(type) + ", or take the line out");
        return standIns.of(type);
    }

    private List<Object> items(Node node, Type type, Spot spot) {
        List<Object> items = new ArrayList<>();
        if (node instanceof ListNode list) {
            list.items().forEach(item -> items.add(read(item, type, spot.at(item.site()))));
        } else if (node instanceof TextNode && !node.isNull()) {
            items.add(read(node, type, spot));
        } else {
            shape(node, spot, "be a list", "write [a, b]");
        }
        return items;
    }

    /** Tells whether a key may be anywhere and means nothing. */
    static boolean isFree(String key) {
        return key.startsWith("x-");
    }

    // --- records

    private Object family(Node node, Class<?> family, Spot spot) {
        List<Kind<?>> kinds = catalog.of(family);
        List<String> names = kinds.stream().map(Kind::name).toList();
        MapNode map = node instanceof TextNode text && !node.isNull()
                ? expand(text, family)
                : node instanceof MapNode given ? expand(given, family) : null;
        if (map == null) {
            String example = names.size() == 1 ? "{ ... }" : "{ is: " + names.get(0) + ", ... }";
            notes.lose(spot.subject());
            return mistake(node, spot, "be a map such as " + example, "", family);
        }
        Node is = map.value("is");
        Kind<?> assumed = catalog.assumed(family).orElse(null);
        if (is == null && assumed == null) {
            report.add(
                    Code.MISSING_KIND,
                    spot.site().place(),
                    spot.quoted() + " must say what it is",
                    Hints.kind(spot.subject(), family, catalog, names));
            inPart(map, kinds, spot);
            return lost(node, family, spot);
        }
        String name = is instanceof TextNode text ? text.text() : "";
        Kind<?> kind = is == null ? assumed : catalog.find(family, name).orElse(null);
        if (kind == null && is != null) {
            report.add(
                    Code.UNKNOWN_KIND,
                    is.site().place(),
                    is.shape() + " is not a kind of thing that " + spot.quoted() + " can be",
                    Hints.otherKind(name, names));
            inPart(map, kinds, spot);
            return lost(node, family, spot);
        }
        return kind == null ? lost(node, family, spot) : settings(map.without("is"), Shape.of(kind.type()), spot, node);
    }

    /**
     * Finds mistakes in a thing of which nobody knows what it is: in the settings that mean the same in every kind that has
     * them, unless they are relative to what it may be like.
     */
    private void inPart(MapNode map, List<Kind<?>> kinds, Spot spot) {
        for (MapNode.Entry entry : map.entries()) {
            Set<Type> types = kinds.stream()
                    .map(kind -> Shape.of(kind.type()).setting(entry.key().text()))
                    .flatMap(Stream::ofNullable)
                    .map(Setting::type)
                    .collect(Collectors.toSet());
            if (types.size() == 1 && !entry.value().isNull() && !Factor.isIn(entry.value())) {
                read(entry.value(), types.iterator().next(), spot.at(entry));
            }
        }
    }

    private Object lost(Node node, Class<?> type, Spot spot) {
        notes.mistake(node);
        notes.lose(spot.subject());
        return standIns.of(type);
    }

    private Object record(Node node, Shape shape, Spot spot) {
        MapNode map = node instanceof TextNode text && !node.isNull() ? expand(text, shape.type()) : notes.asMap(node);
        if (map == null) {
            return mistake(
                    node,
                    spot,
                    "be a map with " + Spelling.listed(shape.keys()),
                    Hints.record(node, shape, spot.subject()),
                    shape.type());
        }
        return settings(map, shape, spot, node);
    }

    private @Nullable MapNode expand(TextNode text, Class<?> type) {
        int before = report.size();
        MapNode map = expander.expand(text, type, report);
        if (report.size() > before) {
            notes.mistake(text); // what is missing now may be what was refused
        }
        if (map != null) {
            notes.expand(text, map);
        }
        return map;
    }

    private MapNode expand(MapNode given, Class<?> family) {
        MapNode map = expander.expand(given, family);
        if (!map.equals(given)) {
            notes.expand(given, map);
        }
        return map;
    }

    private Object settings(MapNode map, Shape shape, Spot spot, Node origin) {
        for (MapNode.Entry entry : map.entries()) {
            String key = entry.key().text();
            if (!isFree(key) && !isHidden(key, shape) && shape.setting(key) == null) {
                notes.mistake(origin);
                if (report.isFull()) {
                    break;
                } else if (shape.type() == AmountForm.class && spot.path().startsWith("knobs.")) {
                    continue; // said where the section is read, whether or not something uses the knob
                }
                report.add(
                        Code.UNKNOWN_SETTING,
                        entry.key().site().place(),
                        "'" + key + "' is not a setting of " + spot.quoted(),
                        Hints.setting(entry, map, shape.keys()));
            }
        }
        @Nullable Object[] values = new Object[shape.all().size()];
        for (int i = 0; i < values.length; i++) {
            Setting setting = shape.all().get(i);
            values[i] = setting.inFiles() ? setting(map, setting, spot, origin) : hidden(map, setting, spot);
        }
        try {
            Object created = shape.create(values);
            holdRanges(map, shape, values);
            return created;
        } catch (IllegalArgumentException e) {
            report.add(
                    Code.VALUE,
                    spot.site().place(),
                    spot.quoted() + " must have settings that fit together",
                    Refusal.sentence(e));
            return lost(origin, shape.type(), spot);
        }
    }

    private void holdRanges(MapNode map, Shape shape, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            MapNode.Entry entry = map.entry(shape.all().get(i).key());
            Span span = entry == null ? null : spans.remove(entry.value());
            if (span != null) {
                limits.hold(shape, values, i, span);
            }
        }
    }

    /** Returns the value of a setting that no file gives, but that may have been gathered from what things say of themselves. */
    private @Nullable Object hidden(MapNode map, Setting setting, Spot spot) {
        MapNode.Entry entry = map.entry(HIDDEN + setting.key());
        return entry == null ? standIns.of(setting) : read(entry.value(), setting.type(), spot.at(entry));
    }

    private static boolean isHidden(String key, Shape shape) {
        return shape.all().stream().anyMatch(setting -> !setting.inFiles() && key.equals(HIDDEN + setting.key()));
    }

    private @Nullable Object setting(MapNode map, Setting setting, Spot spot, Node origin) {
        MapNode.Entry entry = map.entry(setting.key());
        if (entry != null && !entry.value().isNull()) {
            boolean isShort = origin instanceof TextNode && entry.key().site().equals(origin.site());
            Spot own = isShort ? spot : spot.at(entry);
            return read(Factor.based(entry.value(), setting, catalog), setting.type(), own.limited(setting));
        }
        if (setting.isRequired() && !(entry == null && origin instanceof TextNode && notes.isMistaken(origin))) {
            boolean isEmpty = entry != null;
            report.add(
                    Code.MISSING_SETTING,
                    (entry == null ? spot.site() : entry.key().site()).place(),
                    isEmpty
                            ? "'" + setting.key() + "' of " + spot.quoted() + " must have a value, but was left empty"
                            : spot.quoted() + " must have '" + setting.key() + "'",
                    isEmpty
                            ? Hints.below(setting)
                            : "add " + setting.key() + ": " + Hints.example(setting.type()) + ". " + setting.doc());
            if (isEmpty) {
                notes.incomplete();
            }
            notes.mistake(origin);
        }
        return standIns.of(setting);
    }

    // --- mistakes

    private Object mistake(Node node, Spot spot, String rule, String help, Class<?> type) {
        shape(node, spot, rule, help);
        return standIns.of(type);
    }

    private void shape(Node node, Spot spot, String rule, String help) {
        notes.mistake(node);
        report.add(
                Code.SHAPE,
                (node instanceof TextNode ? node.site() : spot.site()).place(),
                spot.quoted() + " must " + rule + ", but was " + (node.isNull() ? "left empty" : node.shape()),
                help);
    }
}
