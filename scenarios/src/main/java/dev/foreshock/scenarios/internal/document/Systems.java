package dev.foreshock.scenarios.internal.document;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.SystemSpec;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.internal.read.DescriptionReader;
import dev.foreshock.scenarios.internal.read.Shape;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.source.Unavailable;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one tree of a scenario's file and the file of its system. */
final class Systems {

    private final Catalog catalog;
    private final Report report;

    Systems(Catalog catalog, Report report) {
        this.catalog = catalog;
        this.report = report;
    }

    /** Returns the tree of the scenario, shaped like its record; null if its system cannot be had. */
    @Nullable
    MapNode assemble(MapNode file) {
        MapNode.Entry link = file.entry("system");
        MapNode.Entry own = file.entry("components");
        MapNode linked = link == null || link.value().isNull()
                ? MapNode.empty(file.site())
                : linked(link, Header.text(file, "semantics"));
        MapNode components =
                linked == null || own == null || own.value().isNull() ? linked : merged(linked, own.value());
        if (components == null) {
            return null;
        }
        TextNode first = file.entries().iterator().next().key();
        return assembled(file, own != null ? own.key() : link != null ? link.key() : first, components);
    }

    /** Returns the tree with a system that has no components, for finding mistakes elsewhere. */
    static MapNode withoutAny(MapNode file) {
        return assembled(file, file.entries().iterator().next().key(), MapNode.empty(file.site()));
    }

    private static MapNode assembled(MapNode file, TextNode key, MapNode components) {
        MapNode system = MapNode.empty(key.site()).with(named("components", key), components);
        return scenarioOnly(file).with(named("system", key), system);
    }

    private @Nullable MapNode merged(MapNode linked, Node own) {
        Node merged = new Merge(catalog)
                .merge(linked, own, Shape.of(SystemSpec.class).settings().get(0).type());
        if (merged instanceof MapNode components) {
            return components;
        }
        report.add(
                Code.SHAPE,
                own.site().place(),
                "'components' must be a map from names to components, but was " + own.shape(),
                "");
        return null;
    }

    private @Nullable MapNode linked(MapNode.Entry link, @Nullable String semantics) {
        if (!(link.value() instanceof MapNode map)) {
            report.add(
                    Code.SHAPE,
                    link.value().site().place(),
                    "'system' must say where the system is, but was "
                            + link.value().shape(),
                    "write system: { from: FILE }, or give the components here");
            return null;
        }
        ScenarioHead.SystemLink from =
                new DescriptionReader(catalog).read(map, ScenarioHead.SystemLink.class, "system", report);
        Node named = map.value("from");
        Location here = map.site().source().location();
        if (from == null || named == null || here == null) {
            return null;
        }
        try {
            Location location = here.sibling(from.from());
            if (!location.exists() && here.libraryFile(from.from()).exists()) {
                report.add(
                        Code.FILE,
                        named.site().place(),
                        "the file must exist, but there is no " + location.shown(),
                        "the library has one: write from: library:" + from.from());
                return null;
            }
            return components(location, named.site().place(), semantics);
        } catch (Unavailable e) {
            report.add(e.code(), named.site().place(), e.text(), e.help());
            return null;
        }
    }

    private @Nullable MapNode components(Location location, Place asked, @Nullable String semantics) {
        MapNode file = Files.read(location, asked, report);
        if (file == null || !Header.check(file, report)) {
            return null;
        }
        if (file.entry("scenario") != null) {
            report.add(Code.DOCUMENT, asked, "a system is needed here, but " + location.shown() + " is a scenario", "");
            return null;
        }
        Node own = file.value("semantics");
        if (own instanceof TextNode text && !text.text().equals(semantics)) {
            report.add(
                    Code.SEMANTICS_DIFFER,
                    own.site().place(),
                    "'semantics' of a system must be that of the scenario, " + semantics + ", but was " + text.text(),
                    "write the same version in both; docs/reference/semantics.md says what differs");
        }
        MapNode known = Header.known(file, Header.keys(SystemHead.class), "a system", report);
        if (Header.text(known, "system") == null) {
            report.add(Code.MISSING_SETTING, Header.first(file), "a system must have a name", "add system: NAME");
        }
        Node components = known.value("components");
        return components == null ? MapNode.empty(file.site()) : merged(MapNode.empty(file.site()), components);
    }

    private static MapNode scenarioOnly(MapNode file) {
        MapNode result = file;
        List<String> settings = Header.keys(Scenario.class);
        for (String name : Header.keys(ScenarioHead.class)) {
            result = settings.contains(name) ? result : result.without(name);
        }
        return result;
    }

    private static TextNode named(String name, TextNode at) {
        return new TextNode(at.site(), name, true, 0);
    }
}
