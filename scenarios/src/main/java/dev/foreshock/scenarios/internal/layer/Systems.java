package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.DocumentKind;
import dev.foreshock.scenarios.internal.read.DescriptionReader;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import org.jspecify.annotations.Nullable;

/** Puts the system that a scenario names below what the scenario itself says about the system. */
final class Systems {

    private static final String[] SECTIONS = {"knobs", "requests", "classes", "defaults", "components"};

    private final Catalog catalog;
    private final Documents documents;
    private final Report report;
    private boolean isWhole = true;

    Systems(Catalog catalog, Documents documents, Report report) {
        this.catalog = catalog;
        this.documents = documents;
        this.report = report;
    }

    /** Tells whether the system could be had. */
    boolean isWhole() {
        return isWhole;
    }

    /** Returns the sections with those of the system merged in, if the system can be had. */
    MapNode below(Document scenario) {
        MapNode root = scenario.tree();
        MapNode.Entry link = root.entry("system");
        MapNode rest = root.without("system");
        if (link == null || link.value().isNull()) {
            return rest;
        }
        Document system = linked(link.value(), scenario.location());
        if (system == null) {
            isWhole = false;
            return rest;
        }
        documents.sameSemantics(system.tree(), root);
        MapNode result = rest;
        Merge merge = new Merge(catalog, name -> Documents.thing(name, rest, system.tree()));
        for (String section : SECTIONS) {
            MapNode.Entry lower = system.tree().entry(section);
            MapNode.Entry own = rest.entry(section);
            if (lower == null) {
                continue;
            }
            Node both = own == null || own.value().isNull()
                    ? lower.value()
                    : merge.merge(lower.value(), own.value(), Sections.type(section));
            result = result.with(own == null ? lower.key() : own.key(), both);
        }
        return result;
    }

    private @Nullable Document linked(Node link, Location here) {
        if (!(link instanceof MapNode map)) {
            report.add(
                    Code.SHAPE,
                    link.site().place(),
                    "'system' must say where the system is, but was " + link.shape(),
                    "write system: { from: FILE }, or give the components here");
            return null;
        }
        ScenarioHead.SystemLink from =
                new DescriptionReader(catalog).read(map, ScenarioHead.SystemLink.class, "system", report);
        if (from == null || !(map.value("from") instanceof TextNode name)) {
            return null;
        }
        Location location = documents.sibling(name, Documents.location(name.site(), here));
        return location == null ? null : documents.open(location, name.site().place(), DocumentKind.SYSTEM);
    }
}
