package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.Map;
import java.util.TreeMap;

/** What selectors can ask about a component: its labels, and its kind as {@code is}. */
final class Labels {

    private Labels() {}

    static Map<String, String> of(MapNode component) {
        Map<String, String> labels = new TreeMap<>();
        if (component.value("labels") instanceof MapNode map) {
            map.entries().forEach(entry -> {
                if (entry.value() instanceof TextNode text && !text.isNull()) {
                    labels.put(entry.key().text(), text.text());
                }
            });
        }
        if (component.value("is") instanceof TextNode is) {
            labels.put("is", is.text());
        }
        return labels;
    }
}
