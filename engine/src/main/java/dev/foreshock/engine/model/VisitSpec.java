package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.OfStory;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.law.CountLaw;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.engine.unit.Quantity;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a user does in one session: looks at pages, one after another.
 *
 * @param pages how many pages
 * @param think the time from a page's content to the next click
 * @param requests the classes of requests that page views are, by name; together 100 %. Empty for requests of no class.
 *     Each page view draws its class; its refreshes are of the same
 */
@Doc("What a user does in one session: looks at pages, one after another.")
public record VisitSpec(
        @Doc("How many pages.") CountLaw pages,

        @Doc("The time from a page's content to the next click.") @OfStory
        TimeLaw think,

        @Doc(
                "The classes of requests that page views are, with the share of each; together 100 %. Without any, requests are of no class.")
        @Names(Named.REQUEST)
        Map<String, RequestSpec> requests)
        implements Validated {
    /** Copies the map. */
    public VisitSpec {
        requests = Collections.unmodifiableMap(new TreeMap<>(requests));
    }

    /** Returns a visit whose requests are of no class. */
    public static VisitSpec of(CountLaw pages, TimeLaw think) {
        return new VisitSpec(pages, think, Map.of());
    }

    /** Returns this visit with requests of these classes. */
    public VisitSpec asking(Map<String, RequestSpec> classes) {
        return new VisitSpec(pages, think, classes);
    }

    @Override
    public void validate(Problems problems) {
        double sum = requests.values().stream()
                .mapToDouble(request -> request.share().share())
                .sum();
        if (!requests.isEmpty() && Math.abs(sum - 1) > 1e-9) {
            problems.at("requests")
                    .add(
                            Flaw.CONFLICT,
                            "shares of requests must add up to 100%, but gave " + Quantity.text(Dimension.SHARE, sum));
        }
    }
}
