package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.scenarios.internal.recording.Shelf;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.scalar.Scalars;
import dev.foreshock.scenarios.internal.scalar.Texts;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of settings that a file leaves out, and values to go on with after a mistake. Not thread-safe. */
final class StandIns {

    private final Catalog catalog;
    private final Map<Setting, Object> defaults = new HashMap<>();
    private final Map<Type, Object> some = new HashMap<>();

    StandIns(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns what {@code setting} is when left out; where it must not be, something to go on with. */
    @Nullable
    Object of(Setting setting) {
        if (setting.fallback() != null) {
            Object known = defaults.get(setting);
            if (known == null) {
                known = parsed(setting.fallback(), setting.type());
                defaults.put(setting, known);
            }
            return known;
        }
        return setting.nullable() ? null : of(setting.type());
    }

    /** Returns some value of {@code type}. */
    Object of(Type type) {
        Object known = some.get(type);
        if (known == null) {
            known = create(type);
            some.put(type, known);
        }
        return known;
    }

    private Object create(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            return Map.class.isAssignableFrom(raw) ? Map.of() : Set.class.isAssignableFrom(raw) ? Set.of() : List.of();
        }
        Class<?> wanted = (Class<?>) type;
        Scalar<?> scalar = Scalars.find(wanted);
        if (scalar != null) {
            return scalar.example();
        } else if (wanted.isEnum()) {
            return wanted.getEnumConstants()[0];
        }
        Class<?> record = catalog.isFamily(wanted) ? catalog.of(wanted).get(0).type() : wanted;
        Shape shape = Shape.of(record);
        return shape.create(shape.all().stream().map(this::of).toArray());
    }

    private Object parsed(String text, Type type) {
        Report report = new Report();
        TextNode node = Texts.node(text);
        Reader reader = new Reader(catalog, new Notes(report, new Shelf(), Knobs.of(null)), this);
        Spot spot = new Spot("default", node.site(), "");
        Object value = reader.read(text.equals("{}") ? MapNode.empty(node.site()) : node, type, spot);
        if (report.hasErrors()) {
            throw new IllegalStateException("a default must be readable, but was " + text + ": " + report.sorted());
        }
        return value;
    }
}
