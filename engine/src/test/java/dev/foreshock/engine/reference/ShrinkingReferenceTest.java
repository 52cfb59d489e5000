package dev.foreshock.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkingReferenceTest {
    @Test
    void whatDoesNotMatterIsLeftOut() {
        Predicate<Scenario> hasMemory = scenario -> scenario.system().components().values().stream()
                .anyMatch(each -> each instanceof ServerSpec server && server.memory() != null);
        long seed = 0;
        while (!hasMemory.test(RandomScenario.of(seed))
                || RandomScenario.of(seed).system().components().size() < 4) {
            seed++;
        }
        Scenario small = new Shrinking(hasMemory).shrink(RandomScenario.of(seed));
        assertThat(hasMemory.test(small)).isTrue();
        assertThat(small.system().components()).hasSize(1);
        assertThat(small.monitors()).isEmpty();
        assertThat(small.toString().length())
                .isLessThan(RandomScenario.of(seed).toString().length() / 3);
    }
}
