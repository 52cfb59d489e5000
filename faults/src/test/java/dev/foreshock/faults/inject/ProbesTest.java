package dev.foreshock.faults.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.targets.ProbeTarget;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbesTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://shop_web:8080/", "http://[::zz]/", "http://127.0.0.1:1/a#b#c"})
    void aPageThatCannotBeAskedForIsNotWell(String page) {
        Duration second = Duration.ofSeconds(1);
        try (Probes probes = new Probes(Map.of("alive", new ProbeTarget(page, second, second, 200)))) {
            assertThat(probes.unwell())
                    .hasValueSatisfying(said -> assertThat(said).startsWith("probe 'alive' cannot be asked: "));
        }
    }
}
