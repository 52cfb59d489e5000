package dev.foreshock.engine.catalog;

import dev.foreshock.engine.arrival.ArrivalSpec;
import dev.foreshock.engine.arrival.Bursty;
import dev.foreshock.engine.arrival.Renewal;
import dev.foreshock.engine.arrival.SelfExciting;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.curve.Decay;
import dev.foreshock.engine.curve.Diurnal;
import dev.foreshock.engine.curve.Hold;
import dev.foreshock.engine.curve.Ramp;
import dev.foreshock.engine.curve.Recorded;
import dev.foreshock.engine.curve.Step;
import dev.foreshock.engine.curve.Viral;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.Effect;
import dev.foreshock.engine.fault.Errors;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.fault.Refused;
import dev.foreshock.engine.fault.Reset;
import dev.foreshock.engine.fault.Slow;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.CountLaw;
import dev.foreshock.engine.law.Erlang;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Gamma;
import dev.foreshock.engine.law.Geometric;
import dev.foreshock.engine.law.Hyperexponential;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.law.Mixture;
import dev.foreshock.engine.law.Pareto;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.law.Uniform;
import dev.foreshock.engine.law.Weibull;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.OpaqueSpec;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.BurnRateAlert;
import dev.foreshock.engine.people.EwmaAlert;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.engine.people.RatioAlert;
import dev.foreshock.engine.people.WindowsAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything a scenario can say {@code is:} of. Reader, errors, schema and reference page all work from this list; one
 * more line makes one more kind known to all of them.
 *
 * @param kinds the lines
 */
public record Catalog(List<Kind<?>> kinds) {
    private static final Catalog STANDARD = new Catalog(List.of(
            new Kind<>(ComponentSpec.class, "server", ServerSpec.class),
            new Kind<>(ComponentSpec.class, "database", DatabaseSpec.class),
            new Kind<>(ComponentSpec.class, "balancer", BalancerSpec.class),
            new Kind<>(ComponentSpec.class, "queue", QueueSpec.class),
            new Kind<>(ComponentSpec.class, "opaque", OpaqueSpec.class),
            new Kind<>(Curve.class, "constant", Constant.class),
            new Kind<>(Curve.class, "step", Step.class),
            new Kind<>(Curve.class, "ramp", Ramp.class),
            new Kind<>(Curve.class, "hold", Hold.class),
            new Kind<>(Curve.class, "decay", Decay.class),
            new Kind<>(Curve.class, "diurnal", Diurnal.class),
            new Kind<>(Curve.class, "viral", Viral.class),
            new Kind<>(Curve.class, "recorded", Recorded.class),
            new Kind<>(ArrivalSpec.class, "renewal", Renewal.class),
            new Kind<>(ArrivalSpec.class, "bursty", Bursty.class),
            new Kind<>(ArrivalSpec.class, "self-exciting", SelfExciting.class),
            new Kind<>(Effect.class, "crash", Crash.class),
            new Kind<>(Effect.class, "pause", Pause.class),
            new Kind<>(Effect.class, "slow", Slow.class),
            new Kind<>(Effect.class, "errors", Errors.class),
            new Kind<>(Effect.class, "refused", Refused.class),
            new Kind<>(Effect.class, "reset", Reset.class),
            new Kind<>(Effect.class, "lost", Lost.class),
            new Kind<>(Effect.class, "latency", Latency.class),
            Kind.assumed(MonitorSpec.class, "alert", Alert.class),
            new Kind<>(MonitorSpec.class, "error-ratio", RatioAlert.class),
            new Kind<>(MonitorSpec.class, "m-of-n", WindowsAlert.class),
            new Kind<>(MonitorSpec.class, "burn-rate", BurnRateAlert.class),
            new Kind<>(MonitorSpec.class, "ewma", EwmaAlert.class),
            new Kind<>(TimeLaw.class, "fixed", Fixed.class),
            new Kind<>(TimeLaw.class, "exponential", Exponential.class),
            new Kind<>(TimeLaw.class, "lognormal", Lognormal.class),
            new Kind<>(TimeLaw.class, "uniform", Uniform.class),
            new Kind<>(TimeLaw.class, "erlang", Erlang.class),
            new Kind<>(TimeLaw.class, "gamma", Gamma.class),
            new Kind<>(TimeLaw.class, "hyperexponential", Hyperexponential.class),
            new Kind<>(TimeLaw.class, "pareto", Pareto.class),
            new Kind<>(TimeLaw.class, "weibull", Weibull.class),
            new Kind<>(TimeLaw.class, "mixture", Mixture.class),
            new Kind<>(CountLaw.class, "count", Count.class),
            new Kind<>(CountLaw.class, "geometric", Geometric.class)));

    /**
     * Creates a catalog.
     *
     * @throws IllegalArgumentException if one family has two kinds of the same name, or assumes two
     */
    public Catalog {
        kinds = List.copyOf(kinds);
        long distinct = kinds.stream()
                .map(kind -> kind.family().getName() + " " + kind.name())
                .distinct()
                .count();
        if (distinct != kinds.size()) {
            throw new IllegalArgumentException("the names of a family's kinds must differ, but were " + kinds);
        }
        kinds.stream()
                .filter(Kind::assumed)
                .map(Kind::family)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((family, assumed) -> {
                    if (assumed > 1) {
                        throw new IllegalArgumentException("a family must assume one kind at most, but "
                                + family.getSimpleName() + " assumes " + assumed);
                    }
                });
    }

    /** Returns what Foreshock itself brings. */
    public static Catalog standard() {
        return STANDARD;
    }

    /** Returns this catalog with one more line. */
    public Catalog with(Kind<?> kind) {
        List<Kind<?>> more = new ArrayList<>(kinds);
        more.add(kind);
        return new Catalog(more);
    }

    /** Tells whether {@code type} is an open interface with kinds in this catalog. */
    public boolean isFamily(Class<?> type) {
        return kinds.stream().anyMatch(kind -> kind.family() == type);
    }

    /** Returns the kinds of one family, in catalog order. */
    public List<Kind<?>> of(Class<?> family) {
        return kinds.stream().filter(kind -> kind.family() == family).toList();
    }

    /** Returns the kind of a family that a thing is of which a file does not say what it is: the only one, or the one that is assumed. */
    public Optional<Kind<?>> assumed(Class<?> family) {
        List<Kind<?>> all = of(family);
        return all.size() == 1
                ? Optional.of(all.get(0))
                : all.stream().filter(Kind::assumed).findFirst();
    }

    /** Returns the kind of a family by its word, if there is one. */
    public Optional<Kind<?>> find(Class<?> family, String name) {
        return of(family).stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}
