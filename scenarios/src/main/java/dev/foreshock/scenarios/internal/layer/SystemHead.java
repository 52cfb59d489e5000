package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.RequestClassSpec;
import dev.foreshock.scenarios.internal.layer.ScenarioHead.DefaultsForm;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a system file says.
 *
 * @param foreshock the version of the language
 * @param semantics the version of the model
 * @param system the system's name
 * @param about one sentence about it
 * @param from the system below it
 * @param needs what whoever imports it must have
 * @param knobs numbers that are not known exactly
 * @param requests the classes of requests
 * @param classes what components can be like
 * @param defaults what things have in common
 * @param components the components
 */
@Doc("A system: its components by name.")
public record SystemHead(
        @Doc("The version of the language: 1.") int foreshock,

        @Doc("The version of the model, which fixes what words like timeout and queue mean; that of the scenario.")
        Semantics semantics,

        @Doc("Its name.") String system,
        @Doc("One sentence about it.") @Default("") String about,

        @Doc("A system file below this one: everything here is merged over it by name.") @Nullable
        String from,

        @Doc(
                "Components that it calls and does not have: whoever imports it must have them, or bind others to these names.")
        Set<String> needs,

        @Doc("Numbers that are not known exactly, by name.") Map<String, KnobForm> knobs,

        @Doc("The classes of requests that calls, servers, users and claims can speak of, by name.")
        Map<String, RequestClassSpec> requests,

        @Doc("What components can be `like`, by name.") Map<String, ComponentSpec> classes,

        @Doc("Settings that several things have in common, by selector.") @Nullable
        DefaultsForm defaults,

        @Doc("The components.") Map<String, ComponentSpec> components) {}
