package dev.foreshock.engine.reference;

import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Percent;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a scenario smaller as long as something still holds of it: leaves things out, one after another. */
final class Shrinking {
    private static final int MOST_TRIES = 3000;

    private final Predicate<Scenario> holds;
    private int tries;

    Shrinking(Predicate<Scenario> holds) {
        this.holds = holds;
    }

    /** Returns a scenario of which it holds and from which nothing can be left out, or nothing was found in the time. */
    Scenario shrink(Scenario scenario) {
        Scenario smallest = scenario;
        boolean smaller = true;
        while (smaller && tries < MOST_TRIES) {
            smaller = false;
            for (Object candidate : simpler(smallest).toList()) {
                if (isSound(candidate) && tries++ < MOST_TRIES && holds.test((Scenario) candidate)) {
                    smallest = (Scenario) candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static boolean isSound(Object candidate) {
        return Inspector.inspect(candidate).isEmpty();
    }

    /** Returns values that say less than {@code value}, the least first. */
    private static Stream<Object> simpler(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.keySet().stream().flatMap(key -> simplerAt(map, key));
        } else if (value instanceof Set<?> set) {
            return set.stream().map(each -> without(new LinkedHashSet<>(set), each));
        } else if (value instanceof List<?> list) {
            return list.stream().map(each -> without(new ArrayList<>(list), each));
        } else if (value instanceof Integer number) {
            return number > 1 ? Stream.of(1, number / 2) : Stream.of();
        } else if (value instanceof Percent percent) {
            return percent.share() > 0 && percent.share() < 1 ? Stream.of(Percent.ZERO, Percent.HUNDRED) : Stream.of();
        } else if (value instanceof TimeLaw law && !(law instanceof Fixed)) {
            return Stream.of(new Fixed(law.mean()));
        } else if (value instanceof Clock clock) {
            Duration half = clock.length().dividedBy(2);
            return half.toMillis() > 100 ? Stream.of(new Clock(clock.start(), half)) : Stream.of();
        } else if (value instanceof Record description) {
            return simplerRecord(description);
        }
        return Stream.of();
    }

    private static <C extends java.util.Collection<?>> Object without(C copy, Object element) {
        copy.remove(element);
        return copy;
    }

    private static Stream<Object> simplerAt(Map<?, ?> map, Object key) {
        Map<Object, Object> less = new LinkedHashMap<>(map);
        less.remove(key);
        return Stream.concat(Stream.of(less), simpler(map.get(key)).map(each -> {
            Map<Object, Object> other = new LinkedHashMap<>(map);
            other.put(key, each);
            return other;
        }));
    }

    private static Stream<Object> simplerRecord(Record description) {
        List<Object> values = Rewriting.values(description);
        List<RecordComponent> settings = Settings.of(description.getClass());
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                continue;
            }
            int place = i;
            boolean mayBeMissing = settings.get(i).getAnnotatedType().isAnnotationPresent(Nullable.class);
            Stream<Object> none = mayBeMissing ? Stream.of(new Object[] {null}) : Stream.of();
            Stream.concat(none, simpler(values.get(i))).forEach(each -> {
                Object[] others = values.toArray();
                others[place] = each;
                tryWith(description, others, all);
            });
        }
        return all.stream();
    }

    private static void tryWith(Record description, Object[] values, List<Object> all) {
        try {
            all.add(Settings.with(description, values));
        } catch (IllegalArgumentException e) {
            // The description refuses it, so it is no candidate.
        }
    }
}
