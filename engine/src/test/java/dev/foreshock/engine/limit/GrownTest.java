package dev.foreshock.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.curve.Hold;
import dev.foreshock.engine.curve.Recorded;
import dev.foreshock.engine.curve.Recording;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.internal.run.RateTable;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Multiple;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrownTest {
    private static final Multiple ONCE = new Multiple(1);
    private static final Recording COUNTS =
            new Recording("counts", LocalDateTime.of(2026, 1, 1, 9, 0), Duration.ofMinutes(1), List.of(60.0, 600.0));

    /** 20/s usually, five times as many again in the second minute, and 1/s and 10/s as recorded in the first two. */
    private static final Scenario SHOP = Chain.of(10, 8)
            .traffic("visitors", "promo", new Hold(minute(1), minute(2), new Multiple(5)))
            .users("others", Worlds.onePage("web"))
            .traffic("others", "recorded", new Recorded(COUNTS, null, ONCE))
            .build();

    private static Moment minute(int number) {
        return Moment.at("09:0" + number);
    }

    private static double users(String path, double factor, String users) {
        Scenario grown = Grown.by(factor, path, SHOP);
        return new RateTable(grown.traffic().get(users), grown.clock()).total();
    }

    @Test
    void everythingGrowsOnceMultiplesOfTheUsualTrafficToo() {
        double visitors = 20 * 300 + 100 * 60;
        assertThat(users("traffic", 1, "visitors")).isCloseTo(visitors, within(1e-6));
        assertThat(users("traffic", 3, "visitors")).isCloseTo(3 * visitors, within(1e-6));
        assertThat(users("traffic", 3, "others")).isCloseTo(3 * 660, within(1e-6));
    }

    @Test
    void aClassGrowsAlone() {
        assertThat(users("traffic.others", 0.5, "others")).isCloseTo(330, within(1e-6));
        assertThat(users("traffic.others", 0.5, "visitors")).isCloseTo(12_000, within(1e-6));
        assertThat(users("traffic.visitors", 2, "visitors")).isCloseTo(24_000, within(1e-6));
    }

    @Test
    void aCurveGrowsAlone() {
        assertThat(users("traffic.visitors.promo", 2, "visitors")).isCloseTo(6000 + 12_000, within(1e-6));
    }

    @Test
    void whatIsAMultipleOfTheUsualTrafficGrowsWithIt() {
        assertThat(users("traffic.visitors.usual", 2, "visitors")).isCloseTo(2 * 12_000, within(1e-6));
    }

    @Test
    void thePeakIsThatOfTheNamedCurvesTogether() {
        assertThat(Grown.peakPerSecond("traffic", SHOP)).isCloseTo(20 + 100 + 10, within(1e-9));
        assertThat(Grown.peakPerSecond("traffic.visitors", SHOP)).isCloseTo(120, within(1e-9));
        assertThat(Grown.peakPerSecond("traffic.others.recorded", SHOP)).isCloseTo(10, within(1e-9));
        assertThat(Grown.peakPerSecond("traffic.visitors.promo", Grown.by(3, "traffic", SHOP)))
                .isCloseTo(300, within(1e-9));
    }

    @Test
    void unknownTrafficIsRefusedWithTheNamesThatAreNear() {
        assertThatThrownBy(() -> Grown.by(2, "traffic.visitor", SHOP))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("what grows must be traffic of the scenario, but was 'traffic.visitor'")
                .hasMessageContaining("'traffic.visitors' exists");
        assertThatThrownBy(() -> Grown.by(2, "visitors", SHOP)).hasMessageContaining("traffic.visitors.promo");
        assertThatThrownBy(() -> Grown.by(0, "traffic", SHOP)).isInstanceOf(IllegalArgumentException.class);
    }
}
