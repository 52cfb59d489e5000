package dev.foreshock.scenarios;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Workbench;
import java.time.Duration;

/** A component that a test adds. */
final class Toy {

    private Toy() {}

    /**
     * Its description.
     *
     * @param delay how long it plays
     * @param colors how many colors it has
     */
    @Doc("Something to play with.")
    public record Spec(
            @Doc("How long it plays.") @Range Duration delay,

            @Doc("How many colors it has.") @Default("3") @Range(min = 1)
            int colors)
            implements ComponentSpec {
        @Override
        public Component build(Workbench workbench) {
            throw new UnsupportedOperationException("only described here, not run");
        }
    }
}
