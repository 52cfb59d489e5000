package dev.foreshock.scenarios.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.fault.Effect;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.CountLaw;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.MeasurementSpec;
import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.engine.unit.Window;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What a factory of a description is not told is what a file leaves out. Each public static method that makes a description is called twice, with other values:
 * what is the same in both was not told, and must be the default that the description itself names, nothing, or empty.
 */
class FactoriesTest {
    /** What a factory says by its name; all else it must be told, or leave at its default. */
    private static final Map<String, Set<String>> SAID_BY_NAME =
            Map.of("RedispatchSpec.onAny", Set.of("on"), "BalancerSpec.dns", Set.of("switching"));

    private static final Map<Class<?>, List<Supplier<Object>>> VALUES =
            new TreeMap<>(Comparator.comparing(Class::getName));

    static {
        put(int.class, 3, 4);
        put(Integer.class, 3, 4);
        put(long.class, 3L, 4L);
        put(double.class, 1.5, 2.5);
        put(boolean.class, true, false);
        put(String.class, "one", "other");
        put(String[].class, new String[] {"one"}, new String[] {"other"});
        put(Duration.class, Duration.ofSeconds(7), Duration.ofSeconds(8));
        put(Percent.class, Percent.of(41), Percent.of(42));
        put(Rate.class, Rate.perSecond(5), Rate.perSecond(6));
        put(Moment.class, Moment.after(Duration.ofSeconds(1)), Moment.after(Duration.ofSeconds(2)));
        put(Window.class, Window.between("08:00", "09:00"), Window.between("08:00", "10:00"));
        put(TimeLaw.class, new Fixed(Duration.ofSeconds(1)), new Fixed(Duration.ofSeconds(2)));
        put(CountLaw.class, new Count(1), new Count(2));
        ServerSpec.Builder server = ServerSpec.of(1, new Fixed(Duration.ofMillis(1)));
        put(ComponentSpec.class, server.build(), DatabaseSpec.of(1, new Fixed(Duration.ofMillis(1))));
        put(Effect.class, Lost.ALL, new Pause(null));
        put(
                HealthCheckSpec.class,
                HealthCheckSpec.every(Duration.ofSeconds(3), Duration.ofSeconds(1)),
                HealthCheckSpec.every(Duration.ofSeconds(4), Duration.ofSeconds(1)));
        put(Condition.class, condition(0.95), condition(0.9));
        put(
                MeasurementSpec.class,
                new MeasurementSpec(Rate.perSecond(5), Duration.ofMillis(1), Duration.ofMillis(2), Percent.ZERO),
                new MeasurementSpec(Rate.perSecond(6), Duration.ofMillis(1), Duration.ofMillis(2), Percent.ZERO));
        put(RequestSpec.class, RequestSpec.of(100), RequestSpec.of(99));
    }

    private final Catalog catalog = Catalog.standard();
    private final StandIns standIns = new StandIns(catalog);

    private static void put(Class<?> type, Object first, Object second) {
        VALUES.put(type, List.of(() -> first, () -> second));
    }

    private static Condition condition(double limit) {
        return Condition.of(Signal.SUCCESS, Comparison.BELOW, limit, Duration.ZERO);
    }

    /** Returns every description that a scenario or a target can have in it. */
    private Set<Class<?>> descriptions() {
        Set<Class<?>> all = new LinkedHashSet<>();
        collect(Scenario.class, all);
        collect(TargetSpec.class, all);
        all.remove(Scenario.class); // its builder is told more than once
        return all;
    }

    private void collect(Type type, Set<Class<?>> all) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(each -> collect(each, all));
        } else if (type instanceof Class<?> wanted && catalog.isFamily(wanted)) {
            catalog.of(wanted).forEach(kind -> collect(kind.type(), all));
        } else if (type instanceof Class<?> wanted && wanted.isRecord() && all.add(wanted)) {
            Arrays.stream(wanted.getRecordComponents()).forEach(each -> collect(each.getGenericType(), all));
        }
    }

    /** Returns the methods that make a description; none where it names no defaults. */
    private static List<Method> factories(Class<?> description) {
        if (Shape.of(description).settings().stream().allMatch(setting -> setting.fallback() == null)) {
            return List.of();
        }
        return Arrays.stream(description.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> made(method) == description)
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    /** Returns what a method makes, at once or by a builder. */
    private static Class<?> made(Method method) {
        try {
            return method.getReturnType().getMethod("build").getReturnType();
        } catch (NoSuchMethodException e) {
            return method.getReturnType();
        }
    }

    private static Object make(Method factory, int variant) throws ReflectiveOperationException {
        Object[] values = Arrays.stream(factory.getGenericParameterTypes())
                .map(type -> value(type, variant))
                .toArray();
        Object made = factory.invoke(null, values);
        return made.getClass().isRecord()
                ? made
                : made.getClass().getMethod("build").invoke(made);
    }

    private static Object value(Type type, int variant) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            Object key = value(of[0], variant);
            return generic.getRawType() == Map.class
                    ? Map.of(key, value(of[1], variant))
                    : generic.getRawType() == Set.class ? Set.of(key) : List.of(key);
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isEnum()) {
            return wanted.getEnumConstants()[variant];
        }
        List<Supplier<Object>> values = VALUES.get(wanted);
        if (values == null) {
            throw new IllegalArgumentException("there must be two values of " + wanted + " here, but are none");
        }
        return values.get(variant).get();
    }

    @Test
    void whatAFactoryIsNotToldIsTheDefaultThatTheDescriptionNames() throws ReflectiveOperationException {
        List<String> compared = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Class<?> description : descriptions()) {
            for (Method factory : factories(description)) {
                String name = description.getSimpleName() + "." + factory.getName();
                compared.add(name);
                try {
                    others.addAll(differences(name, make(factory, 0), make(factory, 1)));
                } catch (ReflectiveOperationException | IllegalArgumentException e) {
                    others.add(factory + " cannot be called: " + e + " " + e.getCause());
                }
            }
        }
        assertThat(others).isEmpty();
        assertThat(compared)
                .as("descriptions are found by themselves")
                .contains("ServerSpec.of", "EjectionSpec.after", "HealthCheckSpec.every", "StandbySpec.of")
                .containsAll(SAID_BY_NAME.keySet());
    }

    private List<String> differences(String factory, Object one, Object other) throws ReflectiveOperationException {
        List<String> differences = new ArrayList<>();
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            Setting setting = Setting.of(component);
            Object value = component.getAccessor().invoke(one);
            boolean isTold = !Objects.equals(value, component.getAccessor().invoke(other))
                    || SAID_BY_NAME.getOrDefault(factory, Set.of()).contains(component.getName());
            if (!isTold && !setting.isRequired() && setting.inFiles()) {
                Object left = standIns.of(setting);
                if (!Objects.equals(value, left)) {
                    differences.add(
                            factory + " makes '" + setting.key() + "' " + value + ", but left out it is " + left);
                }
            }
        }
        return differences;
    }
}
