package dev.foreshock.engine;

import static dev.foreshock.engine.result.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.call.HedgeSpec;
import dev.foreshock.engine.call.ThrottleSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Geometric;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a variant changes must leave every draw alone that it does not speak of. */
class CommonRandomNumbersTest {
    private final Tap.Log base = new Tap.Log();
    private final Tap.Log variant = new Tap.Log();

    private static ServerSpec.Builder web(int workers) {
        return ServerSpec.of(workers, Lognormal.withCv(Duration.ofMillis(50), 1))
                .call("db", CallSpec.plain());
    }

    private static ScenarioBuilder scenario(Tap.Log log, ServerSpec web) {
        UsersSpec users = Worlds.users(
                "tap",
                new Geometric(4),
                new Exponential(Duration.ofSeconds(5)),
                Duration.ofSeconds(10),
                Worlds.habits(50, 3));
        return Scenario.named("shop", Worlds.from9(Duration.ofMinutes(10)))
                .component("tap", new Tap("web", log))
                .component("web", web)
                .component("db", DatabaseSpec.of(1000, new Fixed(Duration.ofMillis(1))))
                .users("shoppers", users)
                .traffic("shoppers", "usual", new Constant(Rate.perSecond(5)));
    }

    private void compare(ServerSpec changed) {
        compare(scenario(variant, changed));
    }

    private void compare(ScenarioBuilder changed) {
        Worlds.runOnce(scenario(base, web(1000).build()).build());
        Worlds.runOnce(changed.build());
        Map<Long, Long> arrivals = variant.firstCalls();
        assertThat(arrivals)
                .as("arrivals, %s", Worlds.replay())
                .isEqualTo(base.firstCalls())
                .hasSizeGreaterThan(2000);
    }

    private void assertSameServiceTimes(int atLeast) {
        Map<Long, Long> common = new HashMap<>(base.took);
        common.keySet().retainAll(variant.took.keySet());
        assertThat(common).hasSizeGreaterThan(atLeast);
        common.forEach((key, took) ->
                assertThat(variant.took.get(key)).as("time of the call %s", key).isEqualTo(took));
    }

    private void assertSameSessions() {
        assertThat(variant.bySession()).as("page counts, think times, pages").isEqualTo(base.bySession());
    }

    @Test
    void moreCapacityChangesNobody() {
        compare(web(4000).build());
        assertSameSessions();
        assertSameServiceTimes(8000);
    }

    @Test
    void anUnusedComponentChangesNobody() {
        compare(scenario(variant, web(1000).build())
                .component("aaa", web(3).build())
                .component("zzz", DatabaseSpec.of(3, new Fixed(Duration.ZERO))));
        assertSameSessions();
        assertSameServiceTimes(8000);
    }

    @Test
    void anotherClassOfUsersChangesNobody() {
        compare(scenario(variant, web(1000).build())
                .component("aaa", Stub.after(1, OK))
                .users("bots", Worlds.onePage("aaa"))
                .traffic("bots", "usual", new Constant(Rate.perSecond(50))));
        assertSameSessions();
        assertSameServiceTimes(8000);
    }

    @Test
    void aPageCacheLeavesTheWorkOfEveryCallAsItWas() {
        compare(web(1000).pageCache(PageCacheSpec.of(Percent.of(80))).build());
        Set<Long> shorter = new HashSet<>();
        assertThat(variant.took.size()).isGreaterThan(8000);
        base.took.forEach((key, took) -> {
            Long cached = variant.took.get(key);
            if (cached != null && cached.longValue() != took) {
                assertThat(took - cached).as("saved by the cache: the query").isEqualTo(1_000_000);
                shorter.add(key);
            }
        });
        assertThat(shorter).hasSizeGreaterThan(3000);
    }

    @Test
    void admissionLeavesTheAdmittedAsTheyWere() {
        compare(web(1000).admit(AdmissionSpec.sessions(Rate.perSecond(3))).build());
        assertThat(variant.took.size()).isLessThan(base.took.size() * 8 / 10);
        assertSameServiceTimes(4000);
        Map<Long, List<Long>> all = base.bySession();
        long untouched = variant.bySession().entrySet().stream()
                .filter(session -> session.getValue().equals(all.get(session.getKey())))
                .count();
        assertThat(untouched).as("sessions admitted at once behave as before").isGreaterThan(1500);
    }

    @Test
    void aHedgeThrottleAndChoiceThatChangeNoAnswerChangeNoDraw() {
        CallSpec call = CallSpec.plain()
                .hedged(HedgeSpec.after(Duration.ofNanos(500_000)))
                .throttled(ThrottleSpec.of(2))
                .to("db");
        ServerSpec changed = ServerSpec.of(1000, Lognormal.withCv(Duration.ofMillis(50), 1))
                .choose(ChoiceSpec.of(By.LEAST_IN_FLIGHT))
                .call("db", call)
                .build();
        compare(changed);
        assertSameSessions();
        assertSameServiceTimes(8000);
    }

    @Test
    void aRenamedScenarioIsTheSame() {
        compare(scenario(variant, web(1000).build()).about("another text"));
        assertSameSessions();
    }

    @Test
    void twoClassesOfUsersShareNoDraw() {
        Scenario scenario = Scenario.named("twins", Worlds.from9(Duration.ofMinutes(5)))
                .component("tap", new Tap("web", base))
                .component("web", web(1000).build())
                .component("db", DatabaseSpec.of(1000, new Fixed(Duration.ofMillis(1))))
                .users("a", Worlds.onePage("tap"))
                .users("b", Worlds.onePage("tap"))
                .traffic("a", "usual", new Constant(Rate.perSecond(5)))
                .traffic("b", "usual", new Constant(Rate.perSecond(5)))
                .build();
        RunResult run = Worlds.runOnce(scenario);
        assertThat(base.calls).hasSize((int) run.requests().offered());
        assertThat(base.calls).extracting(Tap.Log.Seen::key).doesNotHaveDuplicates();
        assertThat(base.calls).extracting(Tap.Log.Seen::session).doesNotHaveDuplicates();
        assertThat(base.calls).extracting(Tap.Log.Seen::atNanos).doesNotHaveDuplicates();
    }
}
