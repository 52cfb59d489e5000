package dev.foreshock.scenarios.internal.document;

import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.TextNode;

/** Makes a scenario in which nothing happens of a system, so that the system can be checked without one. */
final class SystemAlone {

    private SystemAlone() {}

    static MapNode asScenario(MapNode system) {
        TextNode name = system.value("system") instanceof TextNode text ? text : text(system, "system");
        return with(
                system.without("system").with(text(system, "scenario"), name), "clock", "2000-01-01T00:00Z .. 01:00");
    }

    private static MapNode with(MapNode map, String key, String value) {
        return map.with(text(map, key), text(map, value));
    }

    private static TextNode text(MapNode at, String text) {
        return new TextNode(at.site(), text, true, 0);
    }
}
