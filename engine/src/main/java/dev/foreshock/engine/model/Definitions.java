package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Window;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The words that postmortems argue about.
 *
 * @param affected a user is affected when a page view finally failed or took longer than this, refreshes included
 * @param population the users counted: those with a request in this window; null for the whole run
 * @param impact what counts as an impact
 * @param blackout a minute whose success share is below this belongs to a blackout
 * @param recovered the success share at which an incident can end
 */
@Doc("The words that postmortems argue about.")
public record Definitions(
        @Doc(
                "A user is affected when a page view finally failed or took longer than this, from first click to content, refreshes included.")
        @Default("10s")
        @Range(min = 1e-3)
        Duration affected,

        @Doc("The users counted: those with a request in this window; the whole run, if left out.") @Nullable
        Window population,

        @Doc("What counts as an impact (an outage).") @Default("{}")
        ImpactSpec impact,

        @Doc("A minute whose success share is below this belongs to a blackout.") @Default("50%")
        Percent blackout,

        @Doc("The success share at which an incident can end, once all traffic is back where it belongs.")
        @Default("99%")
        Percent recovered) {
    /** Everything at its default: ten seconds, the whole run, the standard impact, 50 %, 99 %. */
    public static final Definitions STANDARD = counting(null);

    /** Returns the defaults with users counted in {@code population}. */
    public static Definitions counting(@Nullable Window population) {
        return new Definitions(Duration.ofSeconds(10), population, ImpactSpec.STANDARD, Percent.of(50), Percent.of(99));
    }
}
