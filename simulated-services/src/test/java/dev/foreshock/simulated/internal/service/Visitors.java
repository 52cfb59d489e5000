package dev.foreshock.simulated.internal.service;

import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.model.VisitSpec;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;

/** Users who come for one page. */
public final class Visitors {
    private Visitors() {}

    /** Returns users who come to a component. */
    public static UsersSpec of(String enters) {
        return new UsersSpec(
                enters,
                VisitSpec.of(new Count(1), new Fixed(Duration.ofSeconds(1))),
                Duration.ofSeconds(10),
                new FailureHabits(Percent.ZERO, new Fixed(Duration.ofSeconds(1)), 0),
                LinkSpec.NONE);
    }
}
