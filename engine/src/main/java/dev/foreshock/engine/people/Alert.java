package dev.foreshock.engine.people;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.policy.Detector;
import dev.foreshock.engine.policy.ThresholdDetector;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.Set;

/**
 * A monitor that scrapes a component and fires while a condition has held for its time.
 *
 * @param watches the component it scrapes
 * @param every the time from scrape to scrape
 * @param condition when it fires
 * @param pages the responders it pages when it fires
 * @param tells what a responder knows who has read the page
 * @param lost the share of scrapes that fail
 * @param enabled whether it is switched on
 */
@Doc("Scrapes a component and fires while a condition has held for its time.")
public record Alert(
        @Doc("The component it scrapes.") @Names(Named.COMPONENT)
        String watches,

        @Doc("The time from scrape to scrape.") @Default("15s") @Range(min = 1e-3)
        Duration every,

        @Doc("When it fires: a signal, a comparison, a limit, and for how long.") @Key("alert")
        Condition condition,

        @Doc("The responders it pages when it fires.") @Names(Named.RESPONDER)
        Set<String> pages,

        @Doc("What a responder knows who has read the page.")
        Set<String> tells,

        @Doc("The share of scrapes that fail.") @Default("0%") @Key("scrape-loss")
        Percent lost,

        @Doc("Whether it is switched on.") @Default("yes") boolean enabled)
        implements MonitorSpec {
    /** Copies the sets. */
    public Alert {
        pages = Looks.sorted(pages);
        tells = Looks.sorted(tells);
    }

    /** Returns a monitor that scrapes {@code component} every 15 s and pages {@code responder}. */
    public static Alert on(String component, Condition condition, String responder) {
        return new Alert(component, Duration.ofSeconds(15), condition, Set.of(responder), Set.of(), Percent.ZERO, true);
    }

    /** Returns this monitor telling {@code facts}. */
    public Alert telling(String... facts) {
        return new Alert(watches, every, condition, pages, Set.of(facts), lost, enabled);
    }

    /** Returns this monitor, scraping every {@code period}. */
    public Alert every(Duration period) {
        return new Alert(watches, period, condition, pages, tells, lost, enabled);
    }

    /** Returns this monitor, switched off. */
    public Alert switchedOff() {
        return new Alert(watches, every, condition, pages, tells, lost, false);
    }

    @Override
    public Duration earliest() {
        return Looks.heldBy(condition.forAtLeast(), every);
    }

    @Override
    public Detector detector() {
        return new ThresholdDetector(
                condition.comparison(),
                condition.limit(),
                condition.forAtLeast().toNanos());
    }

    @Override
    public String rule() {
        return condition.toString();
    }
}
