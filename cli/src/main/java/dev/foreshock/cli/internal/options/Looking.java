package dev.foreshock.cli.internal.options;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.Stopping;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a run has replications enough, and how that is asked for.
 *
 * @param stopping when there are enough
 * @param options the options that ask for it, each with a space before it
 * @param budget how long looking may take on two cores of usual speed
 */
public record Looking(Stopping stopping, String options, Duration budget) {
    private static final Duration USUAL_BUDGET = Duration.ofSeconds(60);
    private static final long FOURFOLD = 4;

    /** Returns one look after {@code replications}. */
    public static Looking once(int replications) {
        return new Looking(new Stopping.Fixed(replications), " --replications " + replications, Duration.ZERO);
    }

    /** Returns looks until all is decided, or precise, within a budget. */
    public static Looking until(@Nullable Percent precision, @Nullable Duration budget) {
        Duration time = budget == null ? USUAL_BUDGET : budget;
        String options = (precision == null ? "" : " --precision " + precision)
                + (budget == null ? "" : " --budget " + text(time));
        return new Looking(new Stopping.Sequential(precision, BudgetConverter.events(time)), options, time);
    }

    /** Returns what a person can do about an interval that straddles its limit. */
    public String remedy(RunSet runs) {
        long more = Math.min(FOURFOLD * runs.runs().size(), Stopping.MOST);
        return switch (runs.ended().by()) {
            case FIXED -> "; --replications " + more + " would halve it";
            case BUDGET -> "; --budget " + text(budget.multipliedBy(FOURFOLD)) + " looks further";
            case PRECISE -> "; without --precision more replications are made until it does not";
            case DECIDED -> ", and more replications would not change that";
            case INTERRUPTED -> ", and the run was interrupted";
            case MOST -> " after as many replications as there may be";
        };
    }

    /** Returns a budget as {@code --budget} takes it. */
    public static String text(Duration time) {
        return time.toMillis() % 1000 == 0
                ? time.toSeconds() + "s"
                : time.toSeconds() + "."
                        + String.valueOf(1000 + time.toMillisPart()).substring(1) + "s";
    }
}
