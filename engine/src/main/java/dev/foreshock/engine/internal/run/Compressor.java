package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.curve.Recorded;
import dev.foreshock.engine.curve.Recording;
import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.describe.OfStory;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.judge.Anchor;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Span;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.Definitions;
import dev.foreshock.engine.model.ImpactSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.SystemSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Window;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Divides every time of a story, in its trees of descriptions, by a factor. Of the system and its users those times that a description
 * says are {@link OfStory of the story}.
 */
public final class Compressor {
    private final double factor;
    private final Clock clock;

    private Compressor(double factor, Clock clock) {
        this.factor = factor;
        this.clock = clock;
    }

    /** Returns {@code scenario}, compressed. */
    public static Scenario compress(double factor, Scenario scenario) {
        if (!(factor >= 1) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("a compression must be a number of at least 1, but was " + factor);
        } else if (factor == 1) {
            return scenario;
        }
        Scenario shorter = new Compressor(factor, scenario.clock()).compressed(scenario);
        Inspector.requireSound(shorter);
        return shorter;
    }

    private Scenario compressed(Scenario scenario) {
        Map<String, FaultSpec> faults = new LinkedHashMap<>();
        scenario.faults().forEach((name, fault) -> faults.put(name, compressed(fault)));
        Map<String, Claim> gates = new LinkedHashMap<>();
        scenario.gates().forEach((name, gate) -> gates.put(name, compressed(gate)));
        return new Scenario(
                scenario.semantics(),
                scenario.name(),
                scenario.about(),
                new Clock(clock.start(), shorter(clock.length())),
                (SystemSpec) system(scenario.system()),
                users(scenario.users()),
                compressed(scenario.traffic()),
                faults,
                compressed(scenario.monitors()),
                compressed(scenario.responders()),
                compressed(scenario.runbook()),
                compressed(scenario.define()),
                Map.of(),
                gates,
                scenario.was(),
                scenario.baseline());
    }

    private Duration shorter(Duration time) {
        return Duration.ofNanos(Math.round(time.toNanos() / factor));
    }

    private Moment sooner(Moment moment) {
        return Moment.after(Duration.ofNanos(Math.round(clock.nanosAt(moment) / factor)));
    }

    /** What a fault does is done to requests on their way. */
    private FaultSpec compressed(FaultSpec fault) {
        Duration lasts = fault.lasts();
        return new FaultSpec(
                sooner(fault.at()), lasts == null ? null : shorter(lasts), fault.on(), fault.does(), fault.enabled());
    }

    /** Those who are there from the start and stay ask as often as they think: were they to think less, there would be more load. */
    private Map<String, UsersSpec> users(Map<String, UsersSpec> users) {
        Map<String, UsersSpec> shorter = new LinkedHashMap<>();
        users.forEach((name, each) -> shorter.put(name, each.resident() == null ? (UsersSpec) system(each) : each));
        return shorter;
    }

    /** What passes while a request is on its way stays, as arrivals come at their rates; what passes between requests shrinks. */
    private Object system(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(key, system(Objects.requireNonNull(each))));
            return copy;
        }
        return value instanceof Record description
                ? record(
                        description,
                        (setting, each) -> setting.isAnnotationPresent(OfStory.class) ? every(each) : system(each))
                : value;
    }

    /** All the times that something of the story is made of: those of a law too, and of the laws that a mixture has. */
    private Object every(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(key, every(Objects.requireNonNull(each))));
            return copy;
        }
        boolean isMadeOfTimes = value instanceof Record && !(value instanceof Moment);
        return isMadeOfTimes ? record((Record) value, (part, each) -> every(each)) : all(value);
    }

    private Definitions compressed(Definitions define) {
        Window population = define.population();
        return new Definitions(
                define.affected(),
                population == null ? null : new Window(sooner(population.from()), sooner(population.until())),
                (ImpactSpec) all(define.impact()),
                define.blackout(),
                define.recovered());
    }

    private Claim compressed(Claim claim) {
        boolean shrinks = shrinks(claim.measure());
        Limit limit = claim.limit();
        if (limit instanceof Limit.Value value && shrinks) {
            limit = Limit.of(value.value() / factor);
        } else if (limit instanceof Limit.Time time) {
            limit = new Limit.Time((Anchor) all(time.anchor()));
        }
        return new Claim(
                claim.measure(),
                claim.subject(),
                (Span) all(claim.span()),
                claim.comparison(),
                limit,
                shrinks ? claim.tolerance() / factor : claim.tolerance(),
                claim.isConditional(),
                claim.share());
    }

    /** Tells whether a number of this kind shrinks with the story: times of the incident, and how many requests there are. */
    private static boolean shrinks(Measure measure) {
        return switch (measure) {
            case INCIDENT_START,
                    INCIDENT_END,
                    INCIDENT_DURATION,
                    IMPACT_TOTAL,
                    IMPACT_LONGEST,
                    IMPACT_OVER,
                    BLACKOUT_START,
                    BLACKOUT_END,
                    BLACKOUT_TOTAL,
                    REQUESTS_FAILED,
                    REQUESTS_SUCCEEDED,
                    DETECT,
                    ACKNOWLEDGE,
                    DIAGNOSE,
                    MITIGATE,
                    RECOVER,
                    RECOVERY_TIME -> true;
            case USERS_AFFECTED,
                    SUCCESS,
                    RESPONSE_MEAN,
                    RESPONSE_P50,
                    RESPONSE_P90,
                    RESPONSE_P99,
                    RESPONSE_P999,
                    CRASHES,
                    TIME_TO_CRASH,
                    WRITES_LOST,
                    FAIL_OVER,
                    PAGES -> false;
        };
    }

    /** Counts of a recording shrink with its intervals, so that rates stay; it shrinks towards the time that the scenario starts at. */
    private Recorded compressed(Recorded recorded) {
        Recording recording = recorded.recording();
        List<Double> counts =
                recording.counts().stream().map(count -> count / factor).toList();
        LocalDateTime from = recorded.from() == null ? recording.start() : recorded.from();
        LocalDateTime start = from.minus(shorter(Duration.between(recording.start(), from)));
        return new Recorded(
                new Recording(recording.name(), start, shorter(recording.interval()), counts),
                recorded.from(),
                recorded.times());
    }

    @SuppressWarnings("unchecked")
    private <V> Map<String, V> compressed(Map<String, V> map) {
        return (Map<String, V>) all(map);
    }

    private Object all(Object value) {
        if (value instanceof Duration time) {
            return shorter(time);
        } else if (value instanceof Moment moment) {
            return sooner(moment);
        } else if (value instanceof Recorded recorded) {
            return compressed(recorded);
        } else if (value instanceof TimeLaw) {
            return value;
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(key, all(Objects.requireNonNull(each))));
            return copy;
        } else if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(all(Objects.requireNonNull(each))));
            return copy;
        }
        return value instanceof Record description ? record(description, (setting, each) -> all(each)) : value;
    }

    /** Descriptions of others than the engine are compressed as well, where they are records that can be made anew. */
    private static Object record(Record description, BiFunction<RecordComponent, Object, Object> shorten) {
        if (!Modifier.isPublic(description.getClass().getModifiers())) {
            return description;
        }
        List<RecordComponent> settings = Settings.of(description.getClass());
        @Nullable Object[] values = new Object[settings.size()];
        boolean changed = false;
        for (int i = 0; i < values.length; i++) {
            Object before = Settings.value(description, settings.get(i));
            values[i] = before == null ? null : shorten.apply(settings.get(i), before);
            changed |= !Objects.equals(before, values[i]);
        }
        return changed ? Settings.with(description, values) : description;
    }
}
