package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.unit.Percent;
import org.jspecify.annotations.Nullable;

/**
 * How often users ask for a class of requests, and where.
 *
 * @param share the share of their page views
 * @param enters the component these requests go to, or null for the one the users enter at
 */
@Doc("How often users ask for a class of requests, and where.")
@Shorthand("share")
public record RequestSpec(
        @Doc("The share of their page views.") Percent share,

        @Doc("The component these requests go to; the one the users enter at, if left out.")
        @Names(Named.COMPONENT)
        @Nullable
        String enters) {
    /** Returns {@code percent} of the page views, where the users enter. */
    public static RequestSpec of(double percent) {
        return new RequestSpec(Percent.of(percent), null);
    }
}
