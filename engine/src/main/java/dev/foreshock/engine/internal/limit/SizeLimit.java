package dev.foreshock.engine.internal.limit;

import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.SystemSpec;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Rate;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A limit of a component that can be taken away: a number that grows with the size of the system ({@link Scales}). What may be left
 * out is left out; a number that may not goes to the end of its range.
 *
 * @param component the component
 * @param keys where in its description the limit is, in file spelling
 */
record SizeLimit(String component, List<String> keys) {
    /** Returns all limits of a system, by component. */
    static List<SizeLimit> of(SystemSpec system) {
        List<SizeLimit> found = new ArrayList<>();
        system.components().forEach((name, spec) -> {
            if (spec instanceof Record description) {
                find(description, name, List.of(), found);
            }
        });
        return found;
    }

    /** Returns the setting as {@code --set} takes it. */
    String path() {
        return component + "." + String.join(".", keys);
    }

    /** Returns {@code scenario} without this limit. */
    Scenario from(Scenario scenario) {
        SystemSpec system = scenario.system();
        Map<String, ComponentSpec> components = new TreeMap<>(system.components());
        components.computeIfPresent(
                component,
                (name, spec) -> spec instanceof Record description ? (ComponentSpec) without(description, keys) : spec);
        return scenario.withSystem(new SystemSpec(components, system.requests(), system.labels()));
    }

    private static void find(Record description, String component, List<String> above, List<SizeLimit> found) {
        if (!isPublic(description)) {
            return;
        }
        for (RecordComponent setting : Settings.of(description.getClass())) {
            Object value = Settings.value(description, setting);
            List<String> keys = plus(above, Settings.key(setting));
            if (value != null && isLimit(setting, value)) {
                found.add(new SizeLimit(component, keys));
            } else if (value instanceof Map<?, ?> map) {
                map.forEach((key, item) -> {
                    if (item instanceof Record below) {
                        find(below, component, plus(keys, String.valueOf(key)), found);
                    }
                });
            } else if (value instanceof Record below) {
                find(below, component, keys, found);
            }
        }
    }

    private static boolean isLimit(RecordComponent setting, Object value) {
        if (value instanceof Integer) {
            return setting.isAnnotationPresent(Scales.class)
                    && (mayBeLeftOut(setting) || Double.isFinite(most(setting)));
        }
        return value instanceof Record below && mayBeLeftOut(setting) && isPublic(below) && hasSize(below);
    }

    /** Tells whether a description is itself a limit: of memory, or of a rate. */
    private static boolean hasSize(Record description) {
        return Settings.of(description.getClass()).stream()
                .anyMatch(setting -> setting.isAnnotationPresent(Scales.class)
                        && (setting.getType() == Bytes.class || setting.getType() == Rate.class));
    }

    private static boolean isPublic(Record description) {
        return java.lang.reflect.Modifier.isPublic(description.getClass().getModifiers());
    }

    private static boolean mayBeLeftOut(RecordComponent setting) {
        return setting.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static double most(RecordComponent setting) {
        Range range = setting.getAnnotation(Range.class);
        return range == null ? Double.POSITIVE_INFINITY : range.max();
    }

    private static Record without(Record description, List<String> keys) {
        List<RecordComponent> settings = Settings.of(description.getClass());
        @Nullable Object[] values = new Object[settings.size()];
        for (int i = 0; i < values.length; i++) {
            RecordComponent setting = settings.get(i);
            Object value = Settings.value(description, setting);
            values[i] = Settings.key(setting).equals(keys.get(0)) ? changed(setting, value, keys) : value;
        }
        return Settings.with(description, values);
    }

    private static @Nullable Object changed(RecordComponent setting, @Nullable Object value, List<String> keys) {
        List<String> below = keys.subList(1, keys.size());
        if (below.isEmpty()) {
            return mayBeLeftOut(setting) ? null : (Object) (int) most(setting);
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            copy.computeIfPresent(below.get(0), (key, item) -> without((Record) item, below.subList(1, below.size())));
            return copy;
        }
        return value instanceof Record description ? without(description, below) : value;
    }

    private static List<String> plus(List<String> keys, String key) {
        List<String> more = new ArrayList<>(keys);
        more.add(key);
        return List.copyOf(more);
    }
}
