package dev.foreshock.engine.limit;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;

/** A server and the database behind it, 20 visitors a second who wait five seconds, and a gate on 95 % success. */
final class Chain {
    static final Duration TENTH = Duration.ofMillis(100);

    private Chain() {}

    /** Returns the chain: a request takes the server 100 ms and the database another 100 ms. */
    static ScenarioBuilder of(int workers, int pool) {
        return of(
                ServerSpec.of(workers, new Fixed(TENTH))
                        .call("db", CallSpec.plain())
                        .build(),
                pool);
    }

    static ScenarioBuilder of(ServerSpec web, int pool) {
        return Scenario.named("chain", Worlds.from9(Duration.ofMinutes(5)))
                .component("web", web)
                .component("db", DatabaseSpec.of(pool, new Fixed(TENTH)))
                .users(
                        "visitors",
                        Worlds.users(
                                "web",
                                new Count(1),
                                new Fixed(Duration.ZERO),
                                Duration.ofSeconds(5),
                                Worlds.habits(0, 0)))
                .traffic("visitors", "usual", new Constant(Rate.perSecond(20)))
                .gate("served", Claim.of(Measure.SUCCESS, Comparison.AT_LEAST, Limit.of(0.95)));
    }

    /** Returns a scenario without its gates. */
    static Scenario ungated(Scenario scenario) {
        return new Scenario(
                scenario.semantics(),
                scenario.name(),
                scenario.about(),
                scenario.clock(),
                scenario.system(),
                scenario.users(),
                scenario.traffic(),
                scenario.faults(),
                scenario.monitors(),
                scenario.responders(),
                scenario.runbook(),
                scenario.define(),
                scenario.record(),
                java.util.Map.of(),
                scenario.was(),
                scenario.baseline());
    }
}
