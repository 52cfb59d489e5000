package dev.foreshock.engine.people;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.policy.Detector;
import dev.foreshock.engine.policy.EwmaDetector;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Quantity;
import java.time.Duration;
import java.util.Set;

/**
 * A monitor that fires while the exponentially weighted moving average of a signal meets a condition: {@code m = m + alpha (x - m)} with each
 * scrape {@code x}. See {@link EwmaDetector}.
 *
 * @param watches the component it scrapes
 * @param condition when it fires
 * @param alpha the weight of a new sample; 1 for no average
 * @param every the time from scrape to scrape, and from look to look
 * @param pages the responders it pages when it fires
 * @param tells what a responder knows who has read the page
 * @param lost the share of scrapes that fail
 * @param enabled whether it is switched on
 */
@Doc("Fires while the exponentially weighted moving average of a signal meets a condition.")
public record EwmaAlert(
        @Doc("The component it scrapes.") @Names(Named.COMPONENT)
        String watches,

        @Doc("When it fires: a signal whose average is taken, a comparison, a limit, and for how long.") @Key("alert")
        Condition condition,

        @Doc("The weight of a new sample in the average; 1 for no average.") @Default("0.1") @Range(min = 1e-9, max = 1)
        double alpha,

        @Doc("The time from scrape to scrape, and from look to look.") @Default("15s") @Range(min = 1e-3)
        Duration every,

        @Doc("The responders it pages when it fires.") @Names(Named.RESPONDER)
        Set<String> pages,

        @Doc("What a responder knows who has read the page.")
        Set<String> tells,

        @Doc("The share of scrapes that fail.") @Default("0%") @Key("scrape-loss")
        Percent lost,

        @Doc("Whether it is switched on.") @Default("yes") boolean enabled)
        implements MonitorSpec {
    /** Copies the sets. */
    public EwmaAlert {
        pages = Looks.sorted(pages);
        tells = Looks.sorted(tells);
    }

    /** Returns a monitor that fires while the average of a signal of {@code component} meets {@code condition}, looks every 15 s and pages {@code responders}. */
    public static EwmaAlert on(String component, Condition condition, double alpha, String... responders) {
        return new EwmaAlert(
                component, condition, alpha, Duration.ofSeconds(15), Set.of(responders), Set.of(), Percent.ZERO, true);
    }

    /** Returns this monitor, looking every {@code period}. */
    public EwmaAlert every(Duration period) {
        return new EwmaAlert(watches, condition, alpha, period, pages, tells, lost, enabled);
    }

    /** Returns this monitor losing {@code share} of its scrapes. */
    public EwmaAlert losing(Percent share) {
        return new EwmaAlert(watches, condition, alpha, every, pages, tells, share, enabled);
    }

    @Override
    public Duration earliest() {
        return Looks.heldBy(condition.forAtLeast(), every);
    }

    @Override
    public Detector detector() {
        return new EwmaDetector(
                alpha,
                condition.comparison(),
                condition.limit(),
                condition.forAtLeast().toNanos());
    }

    @Override
    public String rule() {
        return "average (" + Quantity.number(alpha) + ") of " + condition;
    }
}
