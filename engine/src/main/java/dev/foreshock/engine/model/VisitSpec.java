package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.law.CountLaw;
import dev.foreshock.engine.law.TimeLaw;

/**
 * What a user does in one session: looks at pages, one after another.
 *
 * @param pages how many pages
 * @param think the time from a page's content to the next click
 */
@Doc("What a user does in one session: looks at pages, one after another.")
public record VisitSpec(
        @Doc("How many pages.") CountLaw pages,

        @Doc("The time from a page's content to the next click.")
        TimeLaw think) {}
