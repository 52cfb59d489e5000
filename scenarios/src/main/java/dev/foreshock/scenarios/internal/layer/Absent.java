package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.tree.MapNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names that an overlay takes away and that the scenario's own file does not have. Whether a system or an import has them
 * is known only when these are there.
 */
final class Absent {

    /** What is taken away, by section and name. */
    private final Map<String, Map<String, MapNode.Entry>> held = new LinkedHashMap<>();

    /** Returns {@code changes} without what {@code base} does not have to be taken away, which is kept for later. */
    MapNode held(MapNode base, MapNode changes) {
        MapNode result = changes;
        for (MapNode.Entry section : changes.entries()) {
            String name = section.key().text();
            if (!Merge.isNames(Sections.type(name)) || !(section.value() instanceof MapNode map)) {
                continue;
            }
            Map<String, MapNode.Entry> names = held.computeIfAbsent(name, key -> new LinkedHashMap<>());
            MapNode rest = map;
            for (MapNode.Entry entry : map.entries()) {
                String thing = entry.key().text();
                boolean isThere = base.value(name) instanceof MapNode known && known.entry(thing) != null;
                names.remove(thing);
                if (entry.value().isNull() && !isThere && !thing.startsWith("x-")) {
                    names.put(thing, entry);
                    rest = rest.without(thing);
                }
            }
            result = result.with(section.key(), rest);
        }
        return result;
    }

    /** Returns {@code whole} without what was held; what is not there either is reported. */
    MapNode takenAway(MapNode whole, Report report) {
        MapNode result = whole;
        for (Map.Entry<String, Map<String, MapNode.Entry>> section : held.entrySet()) {
            String name = section.getKey();
            for (MapNode.Entry entry : section.getValue().values()) {
                String thing = entry.key().text();
                MapNode.Entry known = result.entry(name);
                MapNode things = known != null && known.value() instanceof MapNode map ? map : null;
                if (known != null && things != null && things.value(thing) != null) {
                    result = result.with(known.key(), things.with(entry.key(), entry.value()));
                    continue;
                }
                report.add(
                        Code.PATCH_TARGET,
                        entry.key().site().place(),
                        "'" + thing + "' must be there to be taken away, but is not declared in '" + name + "'",
                        things == null ? "" : Spelling.hint(thing, "names", things.declared()));
            }
        }
        return result;
    }
}
