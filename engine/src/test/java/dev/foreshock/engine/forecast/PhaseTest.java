package dev.foreshock.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Shops;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhaseTest {
    private static final Scenario QUIET = Shops.shop(Duration.ofSeconds(60));

    private static FaultSpec lost(long atSeconds, long seconds) {
        return FaultSpec.of(
                Moment.after(Duration.ofSeconds(atSeconds)),
                Duration.ofSeconds(seconds),
                "db",
                new Lost(Percent.HUNDRED));
    }

    private static String phases(Map<String, FaultSpec> faults) {
        StringBuilder text = new StringBuilder();
        Phase.of(QUIET.withFaults(faults))
                .forEach(phase -> text.append(phase.name())
                        .append(' ')
                        .append(phase.fromNanos() / 1_000_000_000)
                        .append('-')
                        .append(phase.untilNanos() / 1_000_000_000)
                        .append("; "));
        return text.toString();
    }

    @Test
    void aRunWithoutFaultsIsOnePhase() {
        assertThat(phases(Map.of())).isEqualTo("whole run 0-60; ");
        FaultSpec off = new FaultSpec(Moment.after(Duration.ZERO), null, "db", new Lost(Percent.HUNDRED), false);
        assertThat(phases(Map.of("off", off))).isEqualTo("whole run 0-60; ");
    }

    @Test
    void eachChangeOfTheFaultsThatStandBeginsAPhase() {
        assertThat(phases(Map.of("a", lost(10, 5), "b", lost(30, 20))))
                .isEqualTo("before 0-10; a 10-15; after a 15-30; b 30-50; after b 50-60; ");
        assertThat(phases(Map.of("a", lost(10, 20), "b", lost(20, 30))))
                .isEqualTo("before 0-10; a 10-20; a and b 20-30; b 30-50; after b 50-60; ");
        assertThat(phases(Map.of("a", lost(10, 30), "b", lost(20, 10))))
                .isEqualTo("before 0-10; a 10-20; a and b 20-30; a again 30-40; after a 40-60; ");
    }

    @Test
    void aFaultFromTheStartOrWithoutAnEndHasNoPhaseBeforeOrAfterIt() {
        FaultSpec forGood = new FaultSpec(
                Moment.after(Duration.ZERO),
                null,
                "db",
                new Latency(new Fixed(Duration.ofSeconds(1)), Percent.HUNDRED),
                true);
        assertThat(phases(Map.of("slow", forGood))).isEqualTo("slow 0-60; ");
    }
}
