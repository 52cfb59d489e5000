package dev.foreshock.scenarios;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.scenarios.internal.document.Loading;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads scenarios. Whatever a file holds, loading ends with a result: mistakes are diagnostics, never exceptions.
 *
 * <p>Immutable and thread-safe.
 */
public final class ScenarioLoader {

    private static final ScenarioLoader STANDARD = new ScenarioLoader(Catalog.standard());

    private final Catalog catalog;

    private ScenarioLoader(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns a loader that knows what Foreshock itself brings. */
    public static ScenarioLoader standard() {
        return STANDARD;
    }

    /** Returns a loader that knows the kinds in {@code catalog}. */
    public static ScenarioLoader with(Catalog catalog) {
        return new ScenarioLoader(catalog);
    }

    /** Loads a scenario as its file has it. */
    public LoadResult load(Source source) {
        return load(source, List.of(), List.of());
    }

    /**
     * Loads a scenario and changes it: first by its variants in the order given, then by single settings.
     *
     * @param source which scenario
     * @param variants names of variants of the file
     * @param sets changes of the form {@code path=value}, such as {@code web.replicas=4}
     */
    public LoadResult load(Source source, List<String> variants, List<String> sets) {
        return load(source, new Changes(List.of(), variants, sets));
    }

    /** Loads a scenario and changes it. A file of another kind is checked alone, and the result has no scenario. */
    public LoadResult load(Source source, Changes changes) {
        return new Loading(catalog, changes).load(source);
    }

    /** Loads a target. */
    public LoadedTarget target(Source source) {
        return new Loading(catalog, Changes.NONE).target(source);
    }

    /** Looks into an overlay without the scenario that it changes: what it is, and what it was measured on. */
    public LoadedOverlay overlay(Path path) {
        return new Loading(catalog, Changes.NONE).overlay(path);
    }

    /**
     * Loads a scenario with everything that may be compared with it.
     *
     * @param source which scenario
     * @param changes what is changed about it before anything is compared; variants in there take no part
     * @param pairs whether every pair of variants takes part too
     */
    public LoadedField field(Source source, Changes changes, boolean pairs) {
        return new Loading(catalog, changes).field(source, pairs);
    }

    /** Puts a scenario or system together and returns it as one file, with the layer that each setting comes from. */
    public Shown show(Source source, Changes changes) {
        return new Loading(catalog, changes).show(source);
    }
}
