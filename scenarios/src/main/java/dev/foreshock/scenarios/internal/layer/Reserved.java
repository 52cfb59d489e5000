package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.tree.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sections that later versions will read. A file that has them today says so, and is not taken for more than it is. */
public final class Reserved {

    private static final Map<String, String> SECTIONS;

    static {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("hypothesis", "What holds in the steady state, checked before and after a rehearsal.");
        sections.put("probes", "How a rehearsal looks at the real system.");
        sections.put("stop", "When a rehearsal is stopped and rolled back.");
        sections.put("target", "Where the real system is.");
        sections.put("telemetry", "Which metrics of the real system correspond to which of the model.");
        SECTIONS = Collections.unmodifiableMap(sections);
    }

    private Reserved() {}

    /** Returns the sections, each with one sentence about it. */
    public static Map<String, String> sections() {
        return SECTIONS;
    }

    /** Returns {@code root} without them; each is reported. */
    static MapNode without(MapNode root, Report report) {
        MapNode result = root;
        for (String name : SECTIONS.keySet()) {
            MapNode.Entry entry = root.entry(name);
            if (entry == null) {
                continue;
            }
            result = result.without(name);
            if (!entry.value().isNull()) {
                report.add(
                        Code.RESERVED,
                        entry.key().site().place(),
                        "'" + name + "' is kept for a later version: nothing reads it yet",
                        "");
            }
        }
        return result;
    }
}
