package dev.foreshock.engine.compare;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Figure;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A shop with five workers of 100 ms, so with room for 50 requests a second, users who wait a second, and a gate on 95 % success.
 * How many come is uncertain: 20 to 60 a second. How long they think does not matter, as they look at one page.
 */
final class Shop implements Field {
    static final Range PEAK = new Range("knobs.peak", 20, 60, 40);
    static final Range THINK = new Range("knobs.think", 1, 9, 5);
    private static final Map<String, Double> WORKERS = Map.of("some", 6.0, "double", 10.0, "triple", 15.0);

    private final List<Contender> contenders = new ArrayList<>();
    private final List<Range> knobs;

    Shop(List<Range> knobs) {
        this.knobs = knobs;
        contenders.add(new Contender("unchanged", List.of(), Price.NONE, List.of()));
    }

    static Shop withPeak() {
        return new Shop(List.of(PEAK, THINK));
    }

    /** Adds measures that are applied together. */
    Shop with(double days, String... variants) {
        Price price = new Price(List.of(new Cost("days", days, "")));
        contenders.add(new Contender(String.join(" + ", variants), List.of(variants), price, List.of()));
        return this;
    }

    @Override
    public List<Contender> contenders() {
        return Collections.unmodifiableList(contenders);
    }

    /** Shows how many requests succeeded, and when the first blackout began: never, in most draws. */
    @Override
    public Map<String, Figure> figures() {
        return Map.of("answered", Figure.of(Measure.REQUESTS_SUCCEEDED), "dark", Figure.of(Measure.BLACKOUT_START));
    }

    @Override
    public List<Range> uncertain(Contender contender) {
        return knobs;
    }

    @Override
    public Scenario scenario(Contender contender, Map<String, Double> places) {
        Map<String, Double> values = new TreeMap<>();
        List.of(PEAK, THINK).forEach(knob -> values.put(knob.path(), knob.is()));
        knobs.forEach(knob -> values.put(knob.path(), knob.value(places.getOrDefault(knob.path(), knob.written()))));
        double workers = contender.variants().stream()
                .mapToDouble(name -> WORKERS.getOrDefault(name, 5.0))
                .max()
                .orElse(5);
        return scenario(
                web((int) workers).build(),
                values.getOrDefault("knobs.peak", 0.0),
                values.getOrDefault("knobs.think", 0.0));
    }

    static ServerSpec.Builder web(int workers) {
        return ServerSpec.of(workers, new Fixed(Duration.ofMillis(100)));
    }

    static Scenario scenario(ServerSpec web, double peak, double think) {
        Duration second = Duration.ofSeconds(1);
        return Scenario.named("shop", Worlds.from9(Duration.ofMinutes(10)))
                .component("web", web)
                .users(
                        "visitors",
                        Worlds.users(
                                "web",
                                new Count(1),
                                new Exponential(Duration.ofNanos((long) (think * 1e9))),
                                second,
                                Worlds.habits(0, 0)))
                .traffic("visitors", "usual", new Constant(Rate.perSecond(peak)))
                .gate("served", Claim.of(Measure.SUCCESS, Comparison.AT_LEAST, Limit.of(0.95)))
                .build();
    }

    /** Returns everything that was counted, in order, so that two comparisons can be set equal. */
    static List<String> figures(dev.foreshock.engine.compare.Comparison comparison) {
        List<String> lines = new ArrayList<>();
        comparison.standings().forEach(standing -> {
            lines.add(standing.contender().name() + " " + standing.verdict() + " " + standing.holds());
            standing.trials().forEach(trial -> lines.add(trial.toString()));
        });
        lines.add(comparison.deciders().toString());
        lines.add(new TreeSet<>(comparison.same().keySet()).toString());
        return lines;
    }
}
