package dev.foreshock.engine.people;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.policy.Detector;
import dev.foreshock.engine.policy.RatioDetector;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.Set;

/**
 * A monitor that fires when more than a share of the requests failed over a sliding window, at every look for some time. Prometheus
 * writes it {@code rate(failed[5m]) / rate(all[5m]) > 0.05} with {@code for: 2m}. See {@link RatioDetector}.
 *
 * @param watches the component it scrapes
 * @param window what it looks back over at each look
 * @param above the share of failed requests that is too much when it is passed
 * @param forAtLeast how long that must have been so at every look
 * @param every the time from scrape to scrape, and from look to look
 * @param pages the responders it pages when it fires
 * @param tells what a responder knows who has read the page
 * @param lost the share of scrapes that fail
 * @param enabled whether it is switched on
 */
@Doc("Fires when more than a share of the requests failed over a sliding window, at every look for some time.")
public record RatioAlert(
        @Doc("The component it scrapes.") @Names(Named.COMPONENT)
        String watches,

        @Doc("What it looks back over at each look; where that reaches behind the start, over what there is.")
        @Default("5m")
        @Range(min = 1e-3)
        Duration window,

        @Doc("It is too much when more than this share of the requests failed.")
        Percent above,

        @Doc("How long that must have been so at every look.") @Key("for") @Default("0s") @Range
        Duration forAtLeast,

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
    public RatioAlert {
        pages = Looks.sorted(pages);
        tells = Looks.sorted(tells);
    }

    /** Returns a monitor that fires when more than {@code above} of the requests to {@code component} failed over {@code window} for {@code forAtLeast}, looks every 15 s and pages {@code responders}. */
    public static RatioAlert on(
            String component, Duration window, Percent above, Duration forAtLeast, String... responders) {
        return new RatioAlert(
                component,
                window,
                above,
                forAtLeast,
                Duration.ofSeconds(15),
                Set.of(responders),
                Set.of(),
                Percent.ZERO,
                true);
    }

    /** Returns this monitor, looking every {@code period}. */
    public RatioAlert every(Duration period) {
        return new RatioAlert(watches, window, above, forAtLeast, period, pages, tells, lost, enabled);
    }

    /** Returns this monitor losing {@code share} of its scrapes. */
    public RatioAlert losing(Percent share) {
        return new RatioAlert(watches, window, above, forAtLeast, every, pages, tells, share, enabled);
    }

    @Override
    public Condition condition() {
        return Condition.of(Signal.SUCCESS, Comparison.BELOW, 1 - above.share(), forAtLeast);
    }

    @Override
    public Duration earliest() {
        return Looks.heldBy(forAtLeast, every);
    }

    @Override
    public Detector detector() {
        return new RatioDetector(window.toNanos(), above.share(), forAtLeast.toNanos());
    }

    @Override
    public String rule() {
        return "failures > " + above + " over " + Spans.text(window)
                + (forAtLeast.isZero() ? "" : " for " + Spans.text(forAtLeast));
    }

    @Override
    public void validate(Problems problems) {
        Looks.requireTwoScrapes(
                window,
                every,
                "to hold two scrapes",
                "look more often, or over a longer window",
                problems.at("window"));
    }
}
