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
        if (value instanceof String string) {
            return text.apply(string);
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> other = new LinkedHashMap<>();
            map.forEach((key, each) -> other.put(texts(key, text), texts(each, text)));
            return other;
        } else if (value instanceof List<?> list) {
            List<Object> other = new ArrayList<>();
            list.forEach(each -> other.add(texts(each, text)));
            return other;
        } else if (value instanceof Set<?> set) {
            Set<Object> other = new LinkedHashSet<>();
            set.forEach(each -> other.add(texts(each, text)));
            return other;
        } else if (value instanceof Record description) {
            return Settings.with(
                    description,
                    values(description).stream().map(each -> texts(each, text)).toArray());
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
