package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.scenarios.Basis;
import org.jspecify.annotations.Nullable;

/**
 * A number that is not known exactly and that several settings may share.
 *
 * @param is its value
 * @param range what it may be
 * @param basis where it comes from
 * @param source what is behind it
 * @param samples how many observations are behind it
 */
@Doc("A number that is not known exactly and that several settings may share.")
@Shorthand("is")
public record KnobForm(
        @Doc("Its value, as the settings that use it need it.")
        String is,

        @Doc("What it may be: from .. to, in the same unit.") @Nullable
        String range,

        @Doc("Where it comes from.") @Nullable Basis basis,

        @Doc("The text or measurement behind it.") @Default("")
        String source,

        @Doc("How many observations are behind it.") @Range(min = 1, max = 1e15) @Nullable
        Long samples) {}
