package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.Cautions;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;

/** A scenario with nothing odd about it, to which tests add what is. */
final class Odd {
    private Odd() {}

    /** Returns one hour of 10 users a second who look at one page of web, which calls db, and wait 10 s. */
    static ScenarioBuilder sound() {
        return Scenario.named("sound", Worlds.from9(Duration.ofHours(1)))
                .component("web", web(CallSpec.plain()))
                .component("db", DatabaseSpec.of(10, millis(20)))
                .users("shoppers", users("web", Duration.ofSeconds(10)))
                .traffic("shoppers", "usual", new Constant(Rate.perSecond(10)));
    }

    static ServerSpec web(CallSpec db) {
        return ServerSpec.of(20, millis(20)).call("db", db).build();
    }

    static UsersSpec users(String enters, Duration patience) {
        return Worlds.users(enters, new Count(1), new Fixed(Duration.ZERO), patience, Worlds.habits(0, 0));
    }

    static TimeLaw millis(long value) {
        return new Fixed(Duration.ofMillis(value));
    }

    static List<Caution> in(ScenarioBuilder builder) {
        return Cautions.of(builder.build());
    }

    /** Returns kinds and paths of what is odd. */
    static List<String> kinds(ScenarioBuilder builder) {
        return in(builder).stream()
                .map(caution -> caution.kind() + " " + caution.path())
                .toList();
    }
}
