package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.OfStory;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;

/**
 * A cache of whole pages in a server's memory. A page that is cached is answered without the server's calls. The cache
 * is empty after a start and fills by what is asked for; several requests that miss the same page all fetch it.
 *
 * @param cacheable the share of requests that ask for a page that may be cached
 * @param pages how many different cacheable pages there are
 * @param popularity the Zipf exponent of the pages: page {@code k} is asked for in proportion to {@code k^-popularity}
 * @param ttl how long a page stays fresh
 */
@Doc("A cache of whole pages: a page in it is answered without the server's calls. It is empty after every start.")
public record PageCacheSpec(
        @Doc("The share of requests that ask for a page that may be cached.")
        Percent cacheable,

        @Doc("How many different cacheable pages there are.") @Default("100") @Range(min = 1, max = 1_000_000)
        int pages,

        @Doc("The Zipf exponent of their popularity; 0 makes all alike.") @Default("1") @Range(max = 5)
        double popularity,

        @Doc("How long a page stays fresh.") @Default("5m") @Range(min = 1e-3) @OfStory
        Duration ttl) {
    /** Returns a cache for {@code cacheable} of the requests, everything else at its default. */
    public static PageCacheSpec of(Percent cacheable) {
        return new PageCacheSpec(cacheable, 100, 1, Duration.ofMinutes(5));
    }
}
