package dev.foreshock.engine.reference;

import dev.foreshock.engine.describe.Settings;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rewrites descriptions: every text in them, keys of maps included. */
final class Rewriting {
    private Rewriting() {}

    /** Returns a description in which {@code text} was applied to every text. */
    static @Nullable Object texts(@Nullable Object value, UnaryOperator<String> text) {
        return all(value, each -> each instanceof String string ? text.apply(string) : each);
    }

    /** Returns a description in which {@code other} took the place of everything it gives something else for. */
    static @Nullable Object all(@Nullable Object value, UnaryOperator<Object> other) {
        Object changed = value == null ? null : other.apply(value);
        if (changed != value) {
            return changed;
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(all(key, other), all(each, other)));
            return copy;
        } else if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(all(each, other)));
            return copy;
        } else if (value instanceof Set<?> set) {
            Set<Object> copy = new LinkedHashSet<>();
            set.forEach(each -> copy.add(all(each, other)));
            return copy;
        } else if (value instanceof Record description) {
            return Settings.with(
                    description,
                    values(description).stream().map(each -> all(each, other)).toArray());
        }
        return value;
    }

    /** Returns the values of the settings of a description, in order; some may be null. */
    static List<Object> values(Record description) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent setting : Settings.of(description.getClass())) {
            values.add(Settings.value(description, setting));
        }
        return values;
    }
}
