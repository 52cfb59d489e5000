package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Semantics;

/**
 * What a target says about itself.
 *
 * @param foreshock the version of the language
 * @param semantics the version of the model
 * @param target its name
 * @param about one sentence about it
 */
@Doc("What a target says about itself.")
public record TargetHead(
        @Doc("The version of the language: 1.") int foreshock,

        @Doc("The version of the model: that of the scenario.")
        Semantics semantics,

        @Doc("Its name.") String target,
        @Doc("One sentence about it.") @Default("") String about) {}
