package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Site;
import dev.foreshock.scenarios.internal.tree.TextNode;

/** A component that stands in for one that a system needs from outside while the system is checked alone. */
final class StandIn {

    private StandIn() {}

    static MapNode component(Site site) {
        MapNode map = MapNode.empty(site);
        map = with(map, "is", "database");
        map = with(map, "pool", "1");
        return with(map, "query", "1ms");
    }

    private static MapNode with(MapNode map, String key, String value) {
        return map.with(new TextNode(map.site(), key, true, 0), new TextNode(map.site(), value, true, 0));
    }
}
