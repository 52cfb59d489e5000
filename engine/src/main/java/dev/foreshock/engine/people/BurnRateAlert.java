package dev.foreshock.engine.people;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.policy.BurnRateDetector;
import dev.foreshock.engine.policy.Detector;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Quantity;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.Set;

/**
 * A monitor that fires while the error budget of a service level objective burns faster than {@code burn} in a long and in a short
 * window: while the share that failed is above {@code burn (1 - slo)} in both (Site Reliability Workbook, chapter 5, "Multiwindow,
 * multi-burn-rate alerts"). The defaults spend 2 % of the budget of 30 days. See {@link BurnRateDetector}.
 *
 * @param watches the component it scrapes
 * @param slo the share of requests that should be good
 * @param burn how many times faster than it lasts the budget burns
 * @param longer the long window: it must burn so fast for a part of it
 * @param shorter the short window: it ends soon after the trouble
 * @param every the time from scrape to scrape, and from look to look
 * @param pages the responders it pages when it fires
 * @param tells what a responder knows who has read the page
 * @param lost the share of scrapes that fail
 * @param enabled whether it is switched on
 */
@Doc("Fires while an error budget burns too fast in a long and in a short window.")
public record BurnRateAlert(
        @Doc("The component it scrapes.") @Names(Named.COMPONENT)
        String watches,

        @Doc("The objective: the share of requests that should be good.")
        Percent slo,

        @Doc("How many times faster than it would just last the error budget burns.")
        @Default("14.4")
        @Range(min = 1e-6)
        double burn,

        @Doc("The long window, which keeps short troubles from firing it.")
        @Key("long")
        @Default("1h")
        @Range(min = 1e-3)
        Duration longer,

        @Doc("The short window, which ends it soon after the trouble.") @Key("short") @Default("5m") @Range(min = 1e-3)
        Duration shorter,

        @Doc("The time from scrape to scrape, and from look to look.") @Default("15s") @Range(min = 1e-3)
        Duration every,

        @Doc("The responders it pages when it fires.") @Names(Named.RESPONDER)
        Set<String> pages,

        @Doc("What a responder knows who has read the page.")
        Set<String> tells,

        @Doc("The share of scrapes that fail.") @Default("0%") @Key("scrape-loss")
        Percent lost,

        @Doc("Whether it is switched on.") @Default("yes") boolean enabled)
        implements MonitorSpec, Validated {
    /** Copies the sets. */
    public BurnRateAlert {
        pages = Looks.sorted(pages);
        tells = Looks.sorted(tells);
    }

    /** Returns a monitor that fires while the budget of {@code slo} of {@code component} burns {@code burn} times too fast in both windows, looks every 15 s and pages {@code responders}. */
    public static BurnRateAlert on(
            String component, Percent slo, double burn, Duration longer, Duration shorter, String... responders) {
        return new BurnRateAlert(
                component,
                slo,
                burn,
                longer,
                shorter,
                Duration.ofSeconds(15),
                Set.of(responders),
                Set.of(),
                Percent.ZERO,
                true);
    }

    /** Returns this monitor, looking every {@code period}. */
    public BurnRateAlert every(Duration period) {
        return new BurnRateAlert(watches, slo, burn, longer, shorter, period, pages, tells, lost, enabled);
    }

    /** Returns this monitor losing {@code share} of its scrapes. */
    public BurnRateAlert losing(Percent share) {
        return new BurnRateAlert(watches, slo, burn, longer, shorter, every, pages, tells, share, enabled);
    }

    /** Returns the share of failed requests at which the budget burns so fast. */
    public double threshold() {
        return burn * (1 - slo.share());
    }

    @Override
    public Condition condition() {
        return Condition.of(Signal.SUCCESS, Comparison.BELOW, 1 - threshold(), Duration.ZERO);
    }

    @Override
    public Duration earliest() {
        return every;
    }

    @Override
    public Detector detector() {
        return new BurnRateDetector(longer.toNanos(), shorter.toNanos(), threshold());
    }

    @Override
    public String rule() {
        return "error budget of " + slo + " burns > x" + Quantity.number(burn) + " over " + Spans.text(longer) + " and "
                + Spans.text(shorter);
    }

    @Override
    public void validate(Problems problems) {
        Looks.requireTwoScrapes(
                shorter,
                every,
                "to hold two scrapes",
                "look more often, or over a longer window",
                problems.at("short"));
        if (longer.compareTo(shorter) < 0) {
            problems.at("long")
                    .add(
                            Flaw.CONFLICT,
                            "the long window must be at least as long as the short one, " + Spans.text(shorter)
                                    + ", but was " + Spans.text(longer),
                            "swap 'long' and 'short'");
        }
    }
}
