package dev.foreshock.engine.internal.cause;

import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.unit.Percent;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What settings become without their effect. */
final class Ends {
    private Ends() {}

    /**
     * Returns what a setting becomes.
     *
     * @throws IllegalStateException if the annotation does not fit the setting: a mistake of who wrote the description
     */
    static @Nullable Object of(RecordComponent setting, Relief relief) {
        Range range = setting.getAnnotation(Range.class);
        return switch (relief.to()) {
            case NOTHING -> nothing(setting.getType());
            case LEAST -> number(range == null ? 0 : range.min(), setting);
            case MOST -> number(range == null ? Double.POSITIVE_INFINITY : range.max(), setting);
            case CONSTANT -> constant(setting, relief.constant());
        };
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == Map.class) {
            return Map.of();
        }
        return type == List.class ? List.of() : null;
    }

    private static Object number(double value, RecordComponent setting) {
        Class<?> type = setting.getType();
        if (type == Percent.class) {
            return new Percent(Math.min(1, value));
        } else if (type == boolean.class) {
            return value > 0;
        } else if (Double.isInfinite(value)) {
            throw misfit(setting, "a range that ends");
        } else if (type == int.class || type == Integer.class) {
            return (int) value;
        } else if (type == double.class) {
            return value;
        } else if (type == Duration.class) {
            return Duration.ofNanos(Math.round(value * 1e9));
        }
        throw misfit(setting, "a number, a share, a length of time, or yes and no");
    }

    private static Object constant(RecordComponent setting, String name) {
        return Stream.of(setting.getType().getEnumConstants())
                .filter(constant -> ((Enum<?>) constant)
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                        .equals(name))
                .findFirst()
                .orElseThrow(() -> misfit(setting, "a constant '" + name + "'"));
    }

    private static IllegalStateException misfit(RecordComponent setting, String what) {
        return new IllegalStateException("a setting with such a relief must have " + what + ", but '"
                + Settings.key(setting) + "' of " + setting.getDeclaringRecord().getName() + " has not");
    }
}
