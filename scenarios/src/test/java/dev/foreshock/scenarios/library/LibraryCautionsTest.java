package dev.foreshock.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.model.Cautions;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is odd about the scenarios of the library: nothing that is not meant. */
class LibraryCautionsTest {
    private static List<String> of(String name, String... variants) {
        LoadResult loaded = ScenarioLoader.standard().load(Source.library(name), List.of(variants), List.of());
        assertThat(loaded.errors()).isEmpty();
        return Cautions.of(Objects.requireNonNull(loaded.scenario())).stream()
                .map(Caution::toString)
                .toList();
    }

    @Test
    void nothingIsOddAboutTheViralPromo() {
        assertThat(of("viral-promo-surge")).isEmpty();
        assertThat(of("viral-promo-surge", "capacity")).isEmpty();
        assertThat(of("viral-promo-surge", "alert")).isEmpty();
    }

    /** 13 479 mentions in five minutes, every second one a visitor, and 4/s: 26.5/s, five pages each; it serves 50.5 a second. */
    @Test
    void theRealBurstOverloadsItsWebServerWhichIsItsPoint() {
        String overload = "system.components.web: 'web' is offered 2.6 times what it can serve at 03:29 "
                + "and has nothing to shed load with (limit its 'queue', or add 'admit'; it may stay as it is where the overload is the point)";
        assertThat(of("real-burst")).containsExactly(overload);
        assertThat(of("real-burst", "alert")).containsExactly(overload);
        assertThat(of("real-burst", "capacity")).isEmpty();
    }
}
