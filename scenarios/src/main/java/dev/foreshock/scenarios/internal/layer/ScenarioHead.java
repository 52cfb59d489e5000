package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.compare.Cost;
import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.RequestClassSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario file says beside the scenario's own settings.
 *
 * @param foreshock the version of the language
 * @param from the scenario below it
 * @param system the system
 * @param knobs numbers that are not known exactly
 * @param requests the classes of requests
 * @param classes what components can be like
 * @param defaults what things have in common
 * @param components components
 * @param variants changes
 * @param compare how measures are compared
 */
@Doc("What a scenario file says beside the scenario's own settings.")
public record ScenarioHead(
        @Doc("The version of the language: 1.") int foreshock,

        @Doc("A scenario file below this one: everything here is merged over it by name.") @Nullable
        String from,

        @Doc("The system, if it has a file of its own.") @Nullable
        SystemLink system,

        @Doc("Numbers that are not known exactly, by name. Any number may be `$name`, `$name x2` or `$name +40%`.")
        Map<String, KnobForm> knobs,

        @Doc("The classes of requests that calls, servers, users and claims can speak of, by name.")
        Map<String, RequestClassSpec> requests,

        @Doc("What components can be `like`, by name.") Map<String, ComponentSpec> classes,

        @Doc("Settings that several things have in common, by selector.") @Nullable
        DefaultsForm defaults,

        @Doc("Components; merged by name and setting over those of the system's file. A null takes one away.")
        Map<String, ComponentSpec> components,

        @Doc("Changes to the scenario, by name: settings to set, or a list of other variants.")
        Map<String, VariantForm> variants,

        @Doc("How `compare` compares variants: what counts as holding, and how prices are ranked.") @Default("{}")
        CompareForm compare) {

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
     * @param about one sentence about it
     * @param costs what it takes, by unit
     * @param reliesOn what must be true for it to be possible
     */
    @Doc("A change to the scenario.")
    public record VariantForm(
            @Doc(
                    "Values by path, such as web.replicas: 4. Maps are merged setting by setting; a null takes a setting away; x2, +40% and -20% are relative to what is there.")
            Map<String, String> set,

            @Doc("One sentence about it.") @Default("") String about,

            @Doc(
                    "What it takes, by unit: days: 2 is taken once, server-hours: 26280/year every year, 15/promo each time (`compare.per-year` says how often).")
            Map<String, Cost> costs,

            @Doc("What must be true for it to be possible at all, such as promo announced.")
            List<String> reliesOn) {}

    /**
     * What things have in common.
     *
     * @param components of components
     * @param calls of calls
     */
    @Doc("Settings that several things have in common. A more specific selector wins over a less specific one.")
    public record DefaultsForm(
            @Doc("Settings of components, by selector. They count where a component's kind has the setting.")
            Map<String, ComponentSpec> components,

            @Doc("Settings of calls, by selector: names are `component.call`, labels those of the caller.")
            Map<String, CallSpec> calls) {}
}
