package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.scenarios.MeasuredOn;
import org.jspecify.annotations.Nullable;

/**
 * What an overlay says beside the sections that it changes.
 *
 * @param foreshock the version of the language
 * @param semantics the version of the model
 * @param overlay its name
 * @param about one sentence about it
 * @param measured when, of what and on what its numbers were measured; null if it does not say
 */
@Doc(
        "Changes to a scenario in a file of their own, such as what differs between two environments: foreshock run FILE --overlay FILE.")
public record OverlayHead(
        @Doc("The version of the language: 1.") int foreshock,

        @Doc("The version of the model: that of the scenario.")
        Semantics semantics,

        @Doc("Its name.") String overlay,
        @Doc("One sentence about it.") @Default("") String about,

        @Doc("When, of what and on what machine its numbers were measured, if they were. Changes nothing.") @Nullable
        MeasuredOn measured) {}
