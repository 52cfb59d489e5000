package dev.foreshock.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.curve.Hold;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.reference.Story.Sight;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What can be said otherwise, or needs not be said, changes no request. */
class MetamorphicReferenceTest {
    private static final int SCENARIOS = 25;
    private static final String COMPONENTS = "abcdef";

    private static ScenarioBuilder like(Scenario scenario) {
        ScenarioBuilder same = Scenario.named(scenario.name(), scenario.clock())
                .semantics(scenario.semantics())
                .system(scenario.system())
                .define(scenario.define());
        scenario.users().forEach(same::users);
        scenario.traffic()
                .forEach((users, curves) -> curves.forEach((name, curve) -> same.traffic(users, name, curve)));
        scenario.monitors().forEach(same::monitor);
        scenario.responders().forEach(same::responder);
        scenario.runbook().forEach(same::step);
        scenario.faults().forEach(same::fault);
        return same;
    }

    /** Renames everything that the random scenarios name, so that the order of names is reversed. */
    private static String renamed(String name) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            return renamed(name.substring(0, dot)) + "." + renamed(name.substring(dot + 1));
        } else if (name.length() == 1 && COMPONENTS.contains(name)) {
            return "z" + (char) ('z' - name.charAt(0) + 'a');
        } else if (name.matches("[um][123]")) {
            return "y" + name.charAt(0) + ('9' - name.charAt(1));
        }
        return name;
    }

    private static List<Sight> seen(Scenario scenario, long seed, UnaryOperator<String> name) {
        return Story.simulated(scenario, seed, 0).sights().stream()
                .map(sight -> new Sight(
                        sight.atNanos(),
                        sight.what(),
                        name.apply(sight.where()),
                        sight.kind(),
                        sight.key(),
                        sight.nanos(),
                        sight.outcome()))
                .toList();
    }

    @Test
    void namesAndTheirOrderMeanNothingToWhomHasTheOldNames() {
        for (long seed = 0; seed < SCENARIOS; seed++) {
            Scenario scenario = RandomScenario.of(seed);
            Scenario renamed = (Scenario) Rewriting.texts(scenario, MetamorphicReferenceTest::renamed);
            Map<String, String> was = new TreeMap<>();
            scenario.system().components().keySet().forEach(name -> was.put("components." + renamed(name), name));
            scenario.users().keySet().forEach(name -> was.put("users." + renamed(name), name));
            scenario.monitors().keySet().forEach(name -> was.put("monitors." + renamed(name), name));
            assertThat(seen(renamed.formerly(was), seed, name -> name))
                    .as("seed %s", seed)
                    .isNotEqualTo(List.of())
                    .isEqualTo(seen(scenario, seed, MetamorphicReferenceTest::renamed));
        }
    }

    @Test
    void whatNobodyUsesChangesNoRequest() {
        for (long seed = 0; seed < SCENARIOS; seed++) {
            Scenario scenario = RandomScenario.of(seed);
            Scenario more = like(scenario)
                    .component("0", DatabaseSpec.of(1, new Exponential(Duration.ofMillis(5))))
                    .component(
                            "bb",
                            ServerSpec.of(1, new Exponential(Duration.ofMillis(5)))
                                    .build())
                    .component("zz", BalancerSpec.atOnce(Map.of("bb", Percent.HUNDRED)))
                    .request("a-kind")
                    .responder("nobody", ResponderSpec.reachedIn(Duration.ZERO))
                    .build();
            assertThat(Story.simulated(more, seed, 0).sights())
                    .as("seed %s", seed)
                    .isEqualTo(Story.simulated(scenario, seed, 0).sights());
        }
    }

    @Test
    void aCurveInTwoPiecesIsTheSameTraffic() {
        for (long seed = 0; seed < SCENARIOS; seed++) {
            Scenario scenario = RandomScenario.of(seed);
            ScenarioBuilder whole = like(scenario);
            ScenarioBuilder pieces = like(scenario);
            long length = scenario.clock().lengthNanos();
            // At the edge of a cell, lest the sums be rounded elsewhere.
            long cell = Math.max(1_000_000, length / 20_000);
            Moment from = Moment.after(Duration.ofNanos(cell * 2000));
            Moment middle = Moment.after(Duration.ofNanos(cell * 3000));
            Moment until = Moment.after(Duration.ofNanos(cell * 4000));
            Rate rate = Rate.perSecond(20);
            whole.traffic("u1", "h1", new Hold(from, until, rate));
            pieces.traffic("u1", "h1", new Hold(from, middle, rate)).traffic("u1", "h2", new Hold(middle, until, rate));
            assertThat(Story.simulated(pieces.build(), seed, 0).sights())
                    .as("seed %s", seed)
                    .isEqualTo(Story.simulated(whole.build(), seed, 0).sights());
        }
    }

    @Test
    void aRateForAMinuteIsTheSameTrafficAsOneForASecond() {
        for (long seed = 0; seed < SCENARIOS; seed++) {
            Scenario scenario = RandomScenario.of(seed);
            Curve seconds = new Constant(Rate.perSecond(7));
            Curve minutes = new Constant(Rate.perMinute(420));
            Curve hours = new Constant(Rate.per(Duration.ofHours(1), 25_200));
            List<Sight> wanted = Story.simulated(
                            like(scenario).traffic("u1", "usual", seconds).build(), seed, 0)
                    .sights();
            for (Curve curve : List.of(minutes, hours)) {
                Scenario other = like(scenario).traffic("u1", "usual", curve).build();
                assertThat(Story.simulated(other, seed, 0).sights())
                        .as("seed %s", seed)
                        .isEqualTo(wanted);
            }
        }
    }
}
