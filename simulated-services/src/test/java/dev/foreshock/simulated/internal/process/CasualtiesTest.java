package dev.foreshock.simulated.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Moment;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CasualtiesTest {
    private static final long SECOND = 1_000_000_000;
    private static final Scenario KILLED = Scenario.named("small", Clock.of("2026-03-14T08:00Z", Duration.ofMinutes(1)))
            .component("web", ServerSpec.of(1, new Fixed(Duration.ZERO)).build())
            .component("db", ServerSpec.of(1, new Fixed(Duration.ZERO)).build())
            .build()
            .withFaults(Map.of(
                    "killed",
                    FaultSpec.of(Moment.after(Duration.ofSeconds(10)), Duration.ofSeconds(5), "db", Crash.ALL)));

    @Test
    void whatAFaultEndedIsNone() {
        Casualties casualties = new Casualties(KILLED, true);
        assertThat(casualties.told(Set.of("db"), 10 * SECOND)).isEmpty();
        assertThat(casualties.told(Set.of("db"), 50 * SECOND)).isEmpty();
    }

    @Test
    void whatEndedBeforeItsFaultIsTold() {
        Casualties casualties = new Casualties(KILLED, true);
        assertThat(casualties.told(Set.of("db"), 5 * SECOND)).as("yet").isEmpty();
        assertThat(casualties.told(Set.of("db"), 6 * SECOND))
                .hasValueSatisfying(what -> assertThat(what)
                        .contains("the process of db must run until the end, but ended, and no fault did that"));
    }

    @Test
    void whereNoFaultIsPartOfTheRunNoneEndsAnything() {
        Casualties casualties = new Casualties(KILLED, false);
        assertThat(casualties.told(Set.of("db"), 20 * SECOND)).isEmpty();
        assertThat(casualties.told(Set.of("db"), 21 * SECOND)).isPresent();
    }

    @Test
    void allThatEndedAreNamed() {
        Casualties casualties = new Casualties(KILLED, true);
        assertThat(casualties.told(Set.of("web"), SECOND)).isEmpty();
        assertThat(casualties.told(Set.of("db", "web"), 2 * SECOND))
                .hasValueSatisfying(what -> assertThat(what).contains("the process of db, web must"));
    }
}
