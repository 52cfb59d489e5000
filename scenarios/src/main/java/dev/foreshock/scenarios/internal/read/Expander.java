package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.scalar.Desk;
import dev.foreshock.scenarios.internal.scalar.Misreading;
import dev.foreshock.scenarios.internal.scalar.Phrase;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.scalar.Scalars;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes out single values as the maps they stand for: {@code link: 20ms} as {@code link: { latency: 20ms }}. */
public final class Expander {

    private static final List<String> NUMBER = Shape.of(AmountForm.class).keys();

    private final Catalog catalog;

    public Expander(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the map that {@code text} stands for where {@code type} is needed; null if it stands for none. */
    public @Nullable MapNode expand(TextNode text, Type type, Report report) {
        if (!(type instanceof Class<?> wanted) || text.text().length() > Phrase.LONGEST) {
            return null;
        } else if (catalog.isFamily(wanted)) {
            return family(text, wanted, report);
        } else if (Amounts.isAmount(wanted)) {
            return CallForm.single(text, "is");
        }
        Setting shorthand = wanted.isRecord() ? Shape.of(wanted).shorthand() : null;
        return shorthand == null ? null : CallForm.single(text, shorthand.key());
    }

    /**
     * Returns the map that {@code map} stands for where {@code type} is needed: a number with a basis, where the kinds of the
     * type have a single number, stands for that kind; any other map for itself.
     */
    public MapNode expand(MapNode map, Type type) {
        boolean isNumber = type instanceof Class<?> wanted
                && catalog.isFamily(wanted)
                && map.value("is") instanceof TextNode is
                && catalog.find(wanted, is.text()).isEmpty()
                && map.names().stream().allMatch(NUMBER::contains)
                && (map.names().size() > 1 || accepted(is, wanted));
        return isNumber && type instanceof Class<?> family ? numberAs(map, family) : map;
    }

    private boolean accepted(TextNode is, Class<?> family) {
        return catalog.of(family).stream().anyMatch(kind -> accepts(kind, is));
    }

    private MapNode numberAs(MapNode map, Class<?> family) {
        for (Kind<?> kind : catalog.of(family)) {
            Setting shorthand = Shape.of(kind.type()).shorthand();
            if (shorthand != null && Amounts.isAmount(shorthand.type())) {
                TextNode at = map.entries().iterator().next().key();
                // A map of its own: what the given one stands for is remembered by its identity.
                MapNode number = new MapNode(map.site(), map.byName());
                return MapNode.empty(map.site())
                        .with(CallForm.key("is", at), new TextNode(at.site(), kind.name(), true, 0))
                        .with(CallForm.key(shorthand.key(), at), number);
            }
        }
        return map;
    }

    private @Nullable MapNode family(TextNode text, Class<?> family, Report report) {
        MapNode call = CallForm.call(text, report);
        if (call != null) {
            return call;
        }
        if (catalog.find(family, text.text()).isPresent()) {
            return CallForm.single(text, "is");
        }
        for (Kind<?> kind : catalog.of(family)) {
            MapNode range = Shape.of(kind.type()).isRange() ? CallForm.range(text, kind.name()) : null;
            if (range != null) {
                return range;
            }
        }
        List<Kind<?>> kinds = catalog.of(family).stream()
                .filter(kind -> Shape.of(kind.type()).shorthand() != null)
                .toList();
        if (kinds.isEmpty()) {
            return isWordEnough(family) ? CallForm.single(text, "is") : null;
        }
        Kind<?> kind =
                kinds.stream().filter(each -> accepts(each, text)).findFirst().orElse(kinds.get(0));
        Setting shorthand = Shape.of(kind.type()).shorthand();
        return shorthand == null
                ? null
                : CallForm.single(text, shorthand.key())
                        .with(CallForm.key("is", text), new TextNode(text.site(), kind.name(), true, 0));
    }

    /** Tells whether a kind can be named by its word alone; then any other word is taken for the name of a kind, too. */
    private boolean isWordEnough(Class<?> family) {
        return catalog.of(family).stream()
                .anyMatch(kind -> Shape.of(kind.type()).settings().stream().noneMatch(Setting::isRequired));
    }

    private static boolean accepts(Kind<?> kind, TextNode text) {
        Setting shorthand = Shape.of(kind.type()).shorthand();
        Scalar<?> scalar = shorthand != null && shorthand.type() instanceof Class<?> type ? Scalars.find(type) : null;
        if (scalar == null) {
            return false;
        }
        try {
            scalar.reading().read(Phrase.of(text, kind.name(), Desk.blank()));
            return true;
        } catch (Misreading e) {
            return false;
        }
    }
}
