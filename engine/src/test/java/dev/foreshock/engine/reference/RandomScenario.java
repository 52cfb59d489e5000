package dev.foreshock.engine.reference;

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
import dev.foreshock.engine.curve.Step;
import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Geometric;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Definitions;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.model.VisitSpec;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.engine.unit.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Scenarios by chance over everything that the interpreter covers; the same for the same seed. */
final class RandomScenario {
    private final Dice dice;
    private final List<String> kinds = new ArrayList<>();
    private final Map<String, ComponentSpec> components = new TreeMap<>();
    private final List<String> names;
    private final RandomCalls calls;
    private final RandomComponents factory;
    private final Set<String> entries = new TreeSet<>();
    private final List<String> users = new ArrayList<>();
    private final int seconds;
    private final int most;

    private RandomScenario(long seed) {
        dice = new Dice(seed);
        for (int i = dice.oneIn(2) ? 0 : dice.between(1, 3); i > 0; i--) {
            kinds.add("k" + i);
        }
        calls = new RandomCalls(dice, kinds);
        factory = new RandomComponents(dice, calls, kinds);
        List<String> all = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
        Collections.shuffle(all, new Random(seed));
        names = all.subList(0, dice.between(1, 6));
        // Now and then so long that notes about load come again.
        boolean isLong = dice.oneIn(8);
        seconds = isLong ? dice.between(90, 240) : dice.between(5, 30);
        most = isLong ? 1 : 10;
    }

    static Scenario of(long seed) {
        return new RandomScenario(seed).build(seed);
    }

    private Scenario build(long seed) {
        ScenarioBuilder scenario =
                Scenario.named("random-" + seed, Clock.of("2026-03-14T08:00Z", Duration.ofSeconds(seconds)));
        if (dice.oneIn(3)) {
            scenario.semantics(Semantics.V2026_1);
        }
        kinds.forEach(scenario::request);
        for (int i = names.size() - 1; i >= 0; i--) {
            ComponentSpec component = factory.component(names.subList(i + 1, names.size()));
            components.put(names.get(i), component);
            scenario.component(names.get(i), component);
        }
        for (int i = dice.between(1, 2); i > 0; i--) {
            UsersSpec spec = users();
            entries.addAll(spec.entries());
            users.add("u" + i);
            scenario.users("u" + i, spec);
            traffic(scenario, "u" + i);
        }
        if (dice.oneIn(2)) {
            int from = dice.between(0, 500 * seconds);
            Moment start = Moment.after(Duration.ofMillis(from));
            Moment end = Moment.after(Duration.ofMillis(from + dice.between(1, 500 * seconds)));
            Window window = dice.oneIn(2) ? null : new Window(start, end);
            Definitions standard = Definitions.counting(window);
            scenario.define(new Definitions(
                    dice.millis(50, 4000), window, standard.impact(), standard.blackout(), standard.recovered()));
        }
        RandomPeople people = dice.oneIn(2) ? new RandomPeople(dice, components, entries, factory) : null;
        if (people != null) {
            people.addTo(scenario);
        }
        Map<String, FaultSpec> faults = new TreeMap<>();
        if (dice.oneIn(2)) {
            faults.putAll(new RandomFaults(dice, components, users, seconds).addTo(scenario));
        }
        if (people != null && dice.oneIn(2)) {
            people.addChanges(scenario, faults);
        }
        return scenario.build();
    }

    private UsersSpec users() {
        VisitSpec visit = VisitSpec.of(
                dice.oneIn(2) ? new Count(dice.between(1, 3)) : new Geometric(1 + dice.upTo(2)), new Bound(dice).law());
        if (!kinds.isEmpty()) {
            Map<String, RequestSpec> asks = new TreeMap<>();
            factory.weights(kinds)
                    .forEach((kind, share) -> asks.put(kind, new RequestSpec(share, dice.oneIn(3) ? entry() : null)));
            visit = visit.asking(asks);
        }
        FailureHabits habits = new FailureHabits(dice.percent(0, 90), dice.law(800), dice.between(0, 4));
        UsersSpec users = new UsersSpec(entry(), visit, dice.millis(20, 3000), habits, calls.link());
        users = dice.oneIn(3) ? users.arriving(arrivals()) : users;
        return dice.oneIn(4) ? users.resident(dice.between(1, 8)) : users;
    }

    private String entry() {
        return names.get(dice.between(0, Math.min(1, names.size() - 1)));
    }

    private ArrivalSpec arrivals() {
        return switch (dice.between(0, 2)) {
            case 0 -> new Renewal(dice.oneIn(2) ? Renewal.regular().between() : new Bound(dice).law());
            case 1 -> new Bursty(1 + dice.upTo(10), new Bound(dice).law(), new Bound(dice).law());
            default -> new SelfExciting(dice.upTo(0.8), dice.law(500));
        };
    }

    private void traffic(ScenarioBuilder scenario, String users) {
        scenario.traffic(users, "usual", new Constant(Rate.perSecond(1 + dice.upTo(most))));
        for (int i = dice.between(0, 2); i > 0; i--) {
            scenario.traffic(users, "c" + i, curve());
        }
    }

    private Curve curve() {
        Load rate = dice.oneIn(2) ? Multiple.x(dice.upTo(6)) : Rate.perSecond(dice.upTo(30));
        int from = dice.between(0, seconds * 1000);
        int to = from + dice.between(1, 700 * seconds);
        Moment start = Moment.after(Duration.ofMillis(from));
        Moment end = Moment.after(Duration.ofMillis(to));
        return switch (dice.between(0, 5)) {
            case 0 -> new Step(start, rate, dice.oneIn(2) ? null : end, dice.oneIn(2) ? null : dice.millis(100, 9000));
            case 1 -> new Diurnal(rate, dice.percent(0, 100), start, dice.millis(1000, 60_000));
            case 2 -> new Hold(start, end, rate);
            case 3 -> new Ramp(start, end, rate, Moment.after(Duration.ofMillis(to + 3000)), dice.millis(1, 5000));
            default -> new Decay(start, rate, dice.millis(100, 20_000));
        };
    }

    /** Laws of times that are not short, lest somebody comes again and again at once. */
    private record Bound(Dice dice) {
        TimeLaw law() {
            TimeLaw law = dice.law(1000);
            return law.mean().toMillis() < 200 ? new Exponential(Duration.ofSeconds(1)) : law;
        }
    }
}
