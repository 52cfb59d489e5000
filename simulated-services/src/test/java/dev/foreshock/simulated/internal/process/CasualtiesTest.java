package dev.foreshock.simulated.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.simulated.internal.wire.Death;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static Ended processes(String... names) {
        return new Ended(deaths(names), List.of());
    }

    private static Map<String, Death> deaths(String... names) {
        return Stream.of(names)
                .collect(Collectors.toMap(name -> name, name -> Death.of("the process of " + name, 137, "")));
    }

    @Test
    void whatAFaultEndedIsNone() {
        Casualties casualties = new Casualties(KILLED, Set.of("killed"));
        assertThat(casualties.told(processes("db"), 10 * SECOND)).isEmpty();
        assertThat(casualties.told(processes("db"), 50 * SECOND)).isEmpty();
        assertThat(casualties.areFound()).isFalse();
    }

    @Test
    void whatEndedBeforeItsFaultIsTold() {
        Casualties casualties = new Casualties(KILLED, Set.of("killed"));
        assertThat(casualties.told(processes("db"), 5 * SECOND)).as("yet").isEmpty();
        assertThat(casualties.areFound()).isTrue();
        assertThat(casualties.told(processes("db"), 6 * SECOND))
                .hasValueSatisfying(what -> assertThat(what)
                        .startsWith("the process of db must run until the end, but ended, and no fault did that")
                        .contains("observed without it is not the system's"));
    }

    /** As one that a signal reached a moment before its time. */
    @Test
    void whatIsFoundAndThenHasItsFaultIsForgotten() {
        Casualties casualties = new Casualties(KILLED, Set.of("killed"));
        assertThat(casualties.told(processes("db"), 10 * SECOND - 200_000_000)).isEmpty();
        assertThat(casualties.areFound()).isTrue();
        assertThat(casualties.told(processes("db"), 10 * SECOND)).isEmpty();
        assertThat(casualties.areFound()).isFalse();
    }

    /** Where the crash is the model's, or that of a real database, its process lives on. */
    @Test
    void aFaultThatNobodyAppliesToProcessesEndsNone() {
        Casualties casualties = new Casualties(KILLED, Set.of());
        assertThat(casualties.told(processes("db"), 20 * SECOND)).isEmpty();
        assertThat(casualties.told(processes("db"), 21 * SECOND)).isPresent();
    }

    @Test
    void noFaultExcusesAProgramThatItsServiceDidNotEnd() {
        Casualties casualties = new Casualties(KILLED, Set.of("killed"));
        Ended redis = new Ended(deaths("db"), List.of(new Death("Redis (with the pages of db)", "")));
        assertThat(casualties.told(redis, 20 * SECOND)).isEmpty();
        assertThat(casualties.told(redis, 21 * SECOND))
                .hasValueSatisfying(what ->
                        assertThat(what).startsWith("Redis (with the pages of db) must run until the end, but ended"));
    }

    @Test
    void allThatEndedAreNamed() {
        Casualties casualties = new Casualties(KILLED, Set.of("killed"));
        assertThat(casualties.told(processes("web"), SECOND)).isEmpty();
        Ended all = new Ended(
                deaths("db", "web"),
                List.of(Death.of("HAProxy (in place of front)", 1, "[NOTICE] begins\n\n[ALERT] no more memory\n")));
        assertThat(casualties.told(all, 2 * SECOND))
                .hasValueSatisfying(what -> assertThat(what)
                        .startsWith("HAProxy (in place of front) and the process of db and the process of web must")
                        .contains("observed without them")
                        .endsWith("""
                                begin again
                                  HAProxy (in place of front): exit status 1; the end of what it said:
                                    [NOTICE] begins
                                    [ALERT] no more memory
                                  the process of db: exit status 137 (by SIGKILL)
                                  the process of web: exit status 137 (by SIGKILL)"""));
    }

    @Test
    void whereNobodyKnowsHowSomethingEndedNothingIsSaidOfThat() {
        Casualties casualties = new Casualties(KILLED, Set.of());
        Ended primary = new Ended(Map.of(), List.of(Death.of("PostgreSQL (the primary of db)", null, "")));
        assertThat(casualties.told(primary, SECOND)).isEmpty();
        assertThat(casualties.told(primary, 2 * SECOND))
                .hasValueSatisfying(what -> assertThat(what).endsWith("and begin again"));
    }

    /** No fault of a scenario kills what was started again: one would be the model's. */
    @Test
    void noFaultExcusesAProcessThatWasStartedAgain() {
        Casualties casualties = new Casualties(KILLED, Set.of("killed"));
        Ended again = new Ended(
                deaths("db"), List.of(Death.of("the process of db that was started again", 137, "out of memory\n")));
        assertThat(casualties.told(again, 20 * SECOND)).isEmpty();
        assertThat(casualties.told(again, 21 * SECOND))
                .hasValueSatisfying(what -> assertThat(what)
                        .startsWith("the process of db that was started again must run until the end, but ended")
                        .endsWith("  the process of db that was started again: exit status 137 (by SIGKILL);"
                                + " the end of what it said:\n    out of memory"));
    }
}
