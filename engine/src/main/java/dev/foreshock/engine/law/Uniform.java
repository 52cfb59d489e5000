package dev.foreshock.engine.law;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Validated;
import java.time.Duration;

/**
 * All times between two limits, equally likely. Files also write it {@code 5s .. 30s}.
 *
 * @param from the shortest time
 * @param to the longest time
 */
@Doc("All times between two limits, equally likely; also written 5s .. 30s.")
public record Uniform(
        @Doc("The shortest time.") @Range Duration from,
        @Doc("The longest time.") @Range Duration to) implements TimeLaw, Validated {
    @Override
    public Duration mean() {
        return from.plus(to).dividedBy(2);
    }

    @Override
    public TimeSampler sampler() {
        long least = from.toNanos();
        double spread = to.toNanos() - least;
        return random -> least + (long) (spread * random.nextDouble());
    }

    @Override
    public void validate(Problems problems) {
        if (from.compareTo(to) > 0) {
            problems.at("to")
                    .add(Flaw.CONFLICT, "'to' must not be shorter than 'from', but was " + to + " after " + from);
        }
    }
}
