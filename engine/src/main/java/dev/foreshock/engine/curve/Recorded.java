package dev.foreshock.engine.curve;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Rates that were recorded, replayed from a chosen time of the recording. Before and after the recording: nothing.
 *
 * @param recording the rates
 * @param from the time in the recording that the scenario starts at; its first entry if null
 * @param times a factor on every rate, for example users per recorded request
 */
@Doc("Rates that were recorded, replayed from a chosen time of the recording.")
public record Recorded(
        @Doc("A CSV file with the columns timestamp and value, relative to this file.") @Key("file")
        Recording recording,

        @Doc("The time in the recording that the scenario starts at; its first entry if left out.") @Nullable
        LocalDateTime from,

        @Doc("A factor on every rate, for example users per recorded event.") @Default("x1") @Scales
        Multiple times)
        implements Curve {
    /** Tells whether a scenario of this length replays any of the recording. */
    public boolean overlaps(Duration length) {
        LocalDateTime start = from == null ? recording.start() : from;
        return start.isBefore(recording.end()) && start.plus(length).isAfter(recording.start());
    }

    @Override
    public Profile on(Clock clock, Rate usual) {
        long offset =
                from == null ? 0 : Duration.between(recording.start(), from).toNanos();
        return new Profile() {
            @Override
            public double perSecondAt(long nanos) {
                return times.factor() * recording.perSecondAt(nanos + offset);
            }

            @Override
            public long[] breaksNanos() {
                return recording.edgesNanos(offset);
            }
        };
    }
}
