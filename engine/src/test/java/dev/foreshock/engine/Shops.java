package dev.foreshock.engine;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.model.VisitSpec;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;

/** A small shop, for what plays and foretells scenarios. */
public final class Shops {
    private Shops() {}

    /** Visitors at 50/s for web, each of whose requests asks db. */
    public static Scenario shop(Duration length) {
        return Scenario.named("shop", Clock.of("2026-03-14T08:00Z", length))
                .component(
                        "web",
                        ServerSpec.of(8, new Exponential(Duration.ofMillis(20)))
                                .call("db", CallSpec.plain().within(Duration.ofMillis(500)))
                                .build())
                .component(
                        "db",
                        ServerSpec.of(2, new Exponential(Duration.ofMillis(20))).build())
                .users(
                        "visitors",
                        new UsersSpec(
                                "web",
                                VisitSpec.of(new Count(1), new Fixed(Duration.ofSeconds(1))),
                                Duration.ofSeconds(2),
                                new FailureHabits(Percent.ZERO, new Fixed(Duration.ofSeconds(1)), 0),
                                LinkSpec.NONE))
                .traffic("visitors", "usual", new Constant(Rate.perSecond(50)))
                .build();
    }
}
