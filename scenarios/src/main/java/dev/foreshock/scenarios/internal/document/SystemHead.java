package dev.foreshock.scenarios.internal.document;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Semantics;
import java.util.Map;

/**
 * What a system file says.
 *
 * @param foreshock the version of the language
 * @param semantics the version of the model
 * @param system the system's name
 * @param about one sentence about it
 * @param components the components
 */
@Doc("A system: its components by name.")
public record SystemHead(
        @Doc("The version of the language: 1.") int foreshock,

        @Doc("The version of the model, which fixes what words like timeout and queue mean; that of the scenario.")
        Semantics semantics,

        @Doc("Its name.") String system,
        @Doc("One sentence about it.") @Default("") String about,
        @Doc("The components.") Map<String, ComponentSpec> components) {}
