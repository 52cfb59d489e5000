package dev.foreshock.scenarios;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Workbench;
import java.time.Duration;

/** A component that a test adds: it plays with every call for a while, and breaks every so often. */
final class Toy implements Component {

    private final Spec spec;
    private final Workbench bench;
    private int played;
    private int holding;

    private Toy(Spec spec, Workbench bench) {
        this.spec = spec;
        this.bench = bench;
    }

    /**
     * Its description.
     *
     * @param delay how long it plays
     * @param colors how many colors it has
     */
    @Doc("Something to play with.")
    public record Spec(
            @Doc("How long it plays.")
            @Range
            @Relief(to = Relief.To.LEAST, by = Influence.LIMIT, without = "It plays for no time.")
            Duration delay,

            @Doc("How many colors it has; it breaks with the last one.") @Default("3") @Range(min = 1)
            int colors)
            implements ComponentSpec {
        @Override
        public Component build(Workbench workbench) {
            return new Toy(this, workbench);
        }
    }

    @Override
    public void arrive(int call, long nowNanos) {
        holding++;
        bench.timers().at(nowNanos + spec.delay().toNanos(), 0, call);
    }

    @Override
    public void on(int op, int call, long nowNanos) {
        holding--;
        played++;
        bench.calls().respond(call, played % spec.colors() == 0 ? Outcome.ERROR : Outcome.OK);
    }

    @Override
    public int holding() {
        return holding;
    }
}
