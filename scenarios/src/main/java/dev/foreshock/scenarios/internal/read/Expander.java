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
        }
        Setting shorthand = wanted.isRecord() ? Shape.of(wanted).shorthand() : null;
        return shorthand == null ? null : CallForm.single(text, shorthand.key());
    }

    private @Nullable MapNode family(TextNode text, Class<?> family, Report report) {
        MapNode call = CallForm.call(text, report);
        if (call != null) {
            return call;
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
            return null;
        }
        Kind<?> kind =
                kinds.stream().filter(each -> accepts(each, text)).findFirst().orElse(kinds.get(0));
        Setting shorthand = Shape.of(kind.type()).shorthand();
        return shorthand == null
                ? null
                : CallForm.single(text, shorthand.key())
                        .with(CallForm.key("is", text), new TextNode(text.site(), kind.name(), true, 0));
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
