package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.judge.Baseline;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Limit.Baseline.Change;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Rate;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Multiplies every setting marked {@link Scales} in a tree of descriptions. */
public final class Rescaler {
    private static final double MOST_ROUNDING = 0.05;

    private final double factor;

    private Rescaler(double factor) {
        this.factor = factor;
    }

    /** Returns {@code scenario}, scaled. */
    public static Scenario rescale(double factor, Scenario scenario) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("a scale must be a positive number, but was " + factor);
        }
        return factor == 1 ? scenario : (Scenario) new Rescaler(factor).record(scenario, scenario.name());
    }

    private @Nullable Object any(@Nullable Object value, String path) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> scaled = new LinkedHashMap<>();
            map.forEach((key, item) -> scaled.put(key, java.util.Objects.requireNonNull(any(item, path + "." + key))));
            return scaled;
        }
        if (value instanceof List<?> list) {
            List<Object> scaled = new ArrayList<>();
            list.forEach(item -> scaled.add(java.util.Objects.requireNonNull(any(item, path))));
            return scaled;
        }
        if (value instanceof Action action) {
            return action instanceof Action.Assign change ? scaled(change, path) : action;
        }
        if (value instanceof Condition condition) {
            return scaled(condition);
        } else if (value instanceof Claim claim) {
            return scaled(claim);
        } else if (value instanceof Baseline baseline) {
            return baseline.scaled(factor);
        }
        boolean own = value instanceof Record && value.getClass().getName().startsWith("dev.foreshock.engine.");
        return value instanceof Record description && (own || hasScales(description))
                ? record(description, path)
                : value;
    }

    private static boolean hasScales(Record description) {
        return Arrays.stream(description.getClass().getRecordComponents())
                .anyMatch(setting -> setting.isAnnotationPresent(Scales.class));
    }

    private Record record(Record description, String path) {
        RecordComponent[] settings = description.getClass().getRecordComponents();
        if (!java.lang.reflect.Modifier.isPublic(description.getClass().getModifiers())) {
            return description;
        }
        @Nullable Object[] values = new Object[settings.length];
        for (int i = 0; i < settings.length; i++) {
            Object value = Settings.value(description, settings[i]);
            String here = path + "." + Settings.key(settings[i]);
            values[i] = settings[i].isAnnotationPresent(Scales.class) ? scaled(value, here) : any(value, here);
        }
        return Settings.with(description, values);
    }

    private @Nullable Object scaled(@Nullable Object value, String path) {
        if (value instanceof Rate rate) {
            return rate.times(factor);
        } else if (value instanceof Bytes bytes) {
            return bytes.times(factor);
        } else if (value instanceof Integer count) {
            return whole(count, path);
        } else if (value instanceof Multiple multiple && path.endsWith(".times")) {
            return new Multiple(multiple.factor() * factor);
        }
        return value;
    }

    /** What a setting is given is scaled as the setting is: all that can be are of the size of the system, but a share. */
    private Action scaled(Action.Assign change, String path) {
        double number = switch (change.unit()) {
            case SHARE -> change.number();
            case COUNT -> whole((int) change.number(), path + " (" + change + ")");
            case RATE, BYTES -> change.number() * factor;
        };
        return new Action.Assign(change.target(), change.setting(), change.unit(), number);
    }

    /** A plain limit on a rate or on a number of requests is about the size of the system. */
    private Condition scaled(Condition condition) {
        Dimension dimension = condition.signal().dimension();
        boolean grows = !condition.timesUsual() && (dimension == Dimension.RATE || dimension == Dimension.COUNT);
        return grows
                ? new Condition(
                        condition.subject(),
                        condition.signal(),
                        condition.comparison(),
                        condition.limit() * factor,
                        false,
                        condition.forAtLeast())
                : condition;
    }

    private Claim scaled(Claim claim) {
        if (!claim.measure().growsWithTheSystem()) {
            return claim;
        }
        return new Claim(
                claim.measure(),
                claim.subject(),
                claim.span(),
                claim.comparison(),
                scaled(claim.limit()),
                claim.tolerance() * factor,
                claim.isConditional(),
                claim.share());
    }

    private Limit scaled(Limit limit) {
        if (limit instanceof Limit.Value number) {
            return Limit.of(number.value() * factor);
        }
        return limit instanceof Limit.Baseline relative && relative.change() == Change.PLUS
                ? Limit.baseline(Change.PLUS, relative.by() * factor)
                : limit;
    }

    private int whole(int count, String path) {
        double exact = count * factor;
        long rounded = Math.round(exact);
        if (count > 0 && (rounded < 1 || Math.abs(rounded - exact) > MOST_ROUNDING * exact)) {
            throw new IllegalArgumentException("the scale must leave " + path
                    + " near a whole number of at least 1, but " + count + " times " + factor + " is " + exact);
        }
        if (rounded > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the scale must leave " + path + " below " + Integer.MAX_VALUE + ", but "
                    + count + " times " + factor + " is " + exact);
        }
        return (int) rounded;
    }
}
