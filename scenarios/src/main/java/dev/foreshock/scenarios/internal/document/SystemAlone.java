package dev.foreshock.scenarios.internal.document;

import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.List;

/** Makes a scenario in which nothing happens of a system, so that the system can be checked without one. */
final class SystemAlone {

    private SystemAlone() {}

    static MapNode asScenario(MapNode system) {
        TextNode name = system.value("system") instanceof TextNode text ? text : text(system, "system");
        return with(
                system.without("system").with(text(system, "scenario"), name), "clock", "2000-01-01T00:00Z .. 01:00");
    }

    /** Returns what is shown of a system that was read {@link #asScenario}: itself, without what stands in for its needs. */
    static MapNode asSystem(MapNode system, MapNode effective) {
        MapNode result = effective.without("scenario").without("clock");
        MapNode.Entry name = system.entry("system");
        result = name == null ? result : result.with(name.key(), name.value());
        MapNode.Entry needs = system.entry("needs");
        MapNode.Entry section = effective.entry("components");
        if (needs == null || section == null || !(section.value() instanceof MapNode components)) {
            return result;
        }
        MapNode own = components;
        List<Node> items = needs.value() instanceof ListNode list ? list.items() : List.of(needs.value());
        for (Node item : items) {
            MapNode.Entry entry = item instanceof TextNode text ? components.entry(text.text()) : null;
            if (entry != null && entry.key().site().equals(item.site())) {
                own = own.without(entry.key().text());
            }
        }
        return result.with(needs.key(), needs.value()).with(section.key(), own);
    }

    private static MapNode with(MapNode map, String key, String value) {
        return map.with(text(map, key), text(map, value));
    }

    private static TextNode text(MapNode at, String text) {
        return new TextNode(at.site(), text, true, 0);
    }
}
