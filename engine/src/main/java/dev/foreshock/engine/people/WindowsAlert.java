package dev.foreshock.engine.people;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.policy.Detector;
import dev.foreshock.engine.policy.WindowsDetector;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.Set;

/**
 * A monitor that fires while {@code need} of the last {@code of} windows were breached: enough requests failed in each of them. CloudWatch
 * calls it "M out of N datapoints to alarm". See {@link WindowsDetector}.
 *
 * @param watches the component it scrapes
 * @param window how long a window is; they follow one another from the start on
 * @param errors how many requests must fail in a window for a breach
 * @param share what share of its requests must fail for a breach, too
 * @param requests how many requests must end in a window for a breach; below that it cannot be judged
 * @param need how many windows must be breached
 * @param of of how many last ones
 * @param every the time from scrape to scrape, and from look to look
 * @param pages the responders it pages when it fires
 * @param tells what a responder knows who has read the page
 * @param lost the share of scrapes that fail
 * @param enabled whether it is switched on
 */
@Doc("Fires while so many of the last windows were breached: enough requests failed in each of them.")
public record WindowsAlert(
        @Doc("The component it scrapes.") @Names(Named.COMPONENT)
        String watches,

        @Doc("How long a window is; they follow one another from the start on.") @Default("1m") @Range(min = 1e-3)
        Duration window,

        @Doc("How many requests must fail in a window to breach it.")
        @Default("1")
        @Scales
        @Range(min = 1, max = 1_000_000_000)
        int errors,

        @Doc("What share of its requests must fail, too.") @Default("0%")
        Percent share,

        @Doc("How many requests must end in a window for it to be judged; with fewer it is not breached.")
        @Default("1")
        @Scales
        @Range(min = 1, max = 1_000_000_000)
        int requests,

        @Doc("How many windows must be breached.") @Default("1") @Range(min = 1, max = 1000)
        int need,

        @Doc("Of how many last ones.") @Default("1") @Range(min = 1, max = 1000)
        int of,

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
    public WindowsAlert {
        pages = Looks.sorted(pages);
        tells = Looks.sorted(tells);
    }

    /** Returns a monitor that fires when in {@code need} of the last {@code of} windows at least {@code errors} requests to {@code component} failed, looks every 15 s and pages {@code responders}. */
    public static WindowsAlert on(
            String component, Duration window, int errors, int need, int of, String... responders) {
        return new WindowsAlert(
                component,
                window,
                errors,
                Percent.ZERO,
                1,
                need,
                of,
                Duration.ofSeconds(15),
                Set.of(responders),
                Set.of(),
                Percent.ZERO,
                true);
    }

    /** Returns this monitor, looking every {@code period}. */
    public WindowsAlert every(Duration period) {
        return new WindowsAlert(
                watches, window, errors, share, requests, need, of, period, pages, tells, lost, enabled);
    }

    /** Returns this monitor losing {@code share} of its scrapes. */
    public WindowsAlert losing(Percent share) {
        return new WindowsAlert(
                watches, window, errors, share, requests, need, of, every, pages, tells, share, enabled);
    }

    @Override
    public Condition condition() {
        return Condition.of(Signal.SUCCESS, Comparison.AT_MOST, 1 - share.share(), Duration.ZERO);
    }

    @Override
    public Duration earliest() {
        return Looks.scrapeAfter(window.multipliedBy(need), every);
    }

    @Override
    public Detector detector() {
        return new WindowsDetector(window.toNanos(), errors, share.share(), requests, need, of);
    }

    @Override
    public String rule() {
        return "failures >= " + errors + (share.share() > 0 ? " and >= " + share : "")
                + (requests > 1 ? " of at least " + requests : "") + " in " + need + " of " + of + " x "
                + Spans.text(window);
    }

    @Override
    public void validate(Problems problems) {
        Looks.requireTwoScrapes(
                window,
                every,
                "to be told from the next",
                "look more often, or over longer windows",
                problems.at("window"));
        if (need > of) {
            problems.at("need")
                    .add(
                            Flaw.CONFLICT,
                            "'need' must be at most 'of', " + of + ", but was " + need,
                            "look at more windows, or need fewer");
        }
    }
}
