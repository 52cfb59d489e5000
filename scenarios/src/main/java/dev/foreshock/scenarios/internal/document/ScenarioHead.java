package dev.foreshock.scenarios.internal.document;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.model.ComponentSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario file says beside the scenario's own settings.
 *
 * @param foreshock the version of the language
 * @param system the system
 * @param components components
 * @param variants changes
 */
@Doc("What a scenario file says beside the scenario's own settings.")
public record ScenarioHead(
        @Doc("The version of the language: 1.") int foreshock,

        @Doc("The system, if it has a file of its own.") @Nullable
        SystemLink system,

        @Doc("Components; merged by name and setting over those of the system's file. A null takes one away.")
        Map<String, ComponentSpec> components,

        @Doc("Changes to the scenario, by name: settings to set, or a list of other variants.")
        Map<String, VariantForm> variants) {

    /**
     * Where the system is.
     *
     * @param from its file
     */
    @Doc("A system in a file of its own.")
    public record SystemLink(
            @Doc("The file, relative to this one; library:systems/shop.yaml names one of the library.")
            String from) {}

    /**
     * A change to the scenario.
     *
     * @param set what to set
     */
    @Doc("A change to the scenario.")
    public record VariantForm(
            @Doc(
                    "Values by path, such as web.replicas: 4. Maps are merged setting by setting; a null takes a setting away.")
            Map<String, String> set) {}
}
