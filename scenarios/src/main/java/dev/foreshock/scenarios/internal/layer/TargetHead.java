package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Semantics;

/**
 * What a target says about itself. Where its parts are is reserved for rehearsals.
 *
 * @param foreshock the version of the language
 * @param semantics the version of the model
 * @param target its name
 * @param about one sentence about it
 */
@Doc(
        "Where the parts of a system are in the real world. Reserved for rehearsals: nothing reads its further sections yet.")
public record TargetHead(
        @Doc("The version of the language: 1.") int foreshock,

        @Doc("The version of the model: that of the scenario.")
        Semantics semantics,

        @Doc("Its name.") String target,
        @Doc("One sentence about it.") @Default("") String about) {}
