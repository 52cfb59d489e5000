package dev.foreshock.engine.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.HedgeSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.ThrottleSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Geometric;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.law.Uniform;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunMemoryTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void nothingIsAllocatedPerEventOnceTheRunHasWarmedUp() {
        LinkSpec link = new LinkSpec(
                new Uniform(Duration.ofMillis(1), Duration.ofMillis(3)),
                30,
                Duration.ofMillis(2),
                Duration.ofSeconds(1));
        ServerSpec web = ServerSpec.of(50, Lognormal.withCv(Duration.ofMillis(20), 1))
                .replicas(2)
                .choose(ChoiceSpec.bestOf(2))
                .queue(100)
                .call(
                        "db",
                        CallSpec.plain()
                                .times(2)
                                .within(Duration.ofMillis(90))
                                .retrying(RetrySpec.of(2).budgeted(Percent.of(20)))
                                .over(link))
                .call(
                        "ads",
                        CallSpec.plain()
                                .to("db")
                                .dispensable()
                                .timesTogether(2)
                                .cancelling()
                                .hedged(HedgeSpec.after(Duration.ofMillis(15)))
                                .throttled(ThrottleSpec.of(2))
                                .within(Duration.ofMillis(30)))
                .call("cart", CallSpec.plain().to("db").forRequests("buy"))
                .workFor("buy", new Exponential(Duration.ofMillis(30)))
                .pageCache(PageCacheSpec.of(Percent.of(30)))
                .admit(new AdmissionSpec(Rate.perSecond(400), AdmissionSpec.By.REQUEST, Duration.ofSeconds(1)))
                .build();
        UsersSpec users = Worlds.users(
                "front",
                new Geometric(3),
                new Exponential(Duration.ofSeconds(2)),
                Duration.ofSeconds(3),
                Worlds.habits(50, 2));
        UsersSpec shoppers = new UsersSpec(
                users.enters(),
                users.visit().asking(Map.of("browse", RequestSpec.of(80), "buy", RequestSpec.of(20))),
                users.patience(),
                users.afterFailure(),
                users.link());
        Scenario scenario = Scenario.named("memory", Worlds.from9(Duration.ofMinutes(10)))
                .component(
                        "front",
                        BalancerSpec.dns(
                                Map.of("web", Percent.HUNDRED),
                                Duration.ofSeconds(60),
                                Percent.ZERO,
                                Duration.ofMinutes(1)))
                .component("web", web)
                .component("db", DatabaseSpec.of(26, new Exponential(Duration.ofMillis(20))))
                .request("browse")
                .request("buy")
                .users("u", shoppers)
                .traffic("u", "usual", new Constant(Rate.perSecond(100)))
                .build();
        RunResult run = runWithoutAllocating(scenario);
        assertThat(run.components().get("db").outcomes()).containsKeys("ok", "timedOut");
        assertThat(run.events()).isGreaterThan(1_500_000);
    }

    @Test
    void norByAQueueThatTriesAgain() {
        ServerSpec web = ServerSpec.of(50, Lognormal.withCv(Duration.ofMillis(20), 1))
                .call("jobs", CallSpec.plain())
                .build();
        QueueSpec jobs = QueueSpec.of(20, new Exponential(Duration.ofMillis(20)))
                .holding(100)
                .redelivering(2, Duration.ofSeconds(1))
                .call("db", CallSpec.plain().within(Duration.ofMillis(40)));
        Scenario scenario = Worlds.open(web, 500, Duration.ofMinutes(10))
                .component("jobs", jobs)
                .component("db", DatabaseSpec.of(15, new Exponential(Duration.ofMillis(20))))
                .build();
        RunResult run = runWithoutAllocating(scenario);
        assertThat(run.components().get("jobs").outcomes()).containsKeys("ok", "shed");
        assertThat(run.journal().entries()).anyMatch(entry -> entry.text().contains("messages are dead"));
        assertThat(run.events()).isGreaterThan(1_500_000);
    }

    private static RunResult runWithoutAllocating(Scenario scenario) {
        long[] bytes = new long[2];
        Watcher halfWay = new Watcher() {
            @Override
            public void progress(int replication, long simulatedNanos, long ofNanos) {
                long now =
                        THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
                if (simulatedNanos == ofNanos / 2) {
                    bytes[0] = now;
                }
                if (simulatedNanos == ofNanos) {
                    bytes[1] = now;
                }
            }

            @Override
            public boolean stopWanted() {
                return false;
            }
        };
        RunResult run = Simulation.of(scenario)
                .run(RunOptions.inline(1), halfWay)
                .runs()
                .get(0);
        double perEvent = (bytes[1] - bytes[0]) / (run.events() / 2.0);
        assertThat(perEvent).as("bytes per event").isLessThan(0.5);
        return run;
    }
}
