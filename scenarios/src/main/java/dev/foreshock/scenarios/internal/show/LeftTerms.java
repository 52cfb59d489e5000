package dev.foreshock.scenarios.internal.show;

import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Fits how variants are compared to those that are left: units that none of them costs are nobody's any more. */
final class LeftTerms {

    private LeftTerms() {}

    /** Returns {@code root}, whose variants {@code chosen} are applied already, without the units that only these cost. */
    static MapNode in(MapNode root, List<String> chosen) {
        MapNode.Entry section = root.entry("compare");
        if (section == null || chosen.isEmpty() || !(section.value() instanceof MapNode compare)) {
            return root;
        }
        Set<String> units = new TreeSet<>();
        if (root.value("variants") instanceof MapNode variants) {
            variants.entries().stream()
                    .filter(entry -> !chosen.contains(entry.key().text()))
                    .map(MapNode.Entry::value)
                    .forEach(variant -> addUnits(variant, units));
        }
        MapNode left = compare;
        for (String name : List.of("rank-by", "worth")) {
            MapNode.Entry entry = compare.entry(name);
            left = entry == null ? left : left.with(entry.key(), left(entry.value(), units));
        }
        return root.with(section.key(), left);
    }

    private static void addUnits(Node variant, Set<String> units) {
        if (variant instanceof MapNode map && map.value("costs") instanceof MapNode costs) {
            units.addAll(costs.declared());
        }
    }

    private static Node left(Node ranked, Set<String> units) {
        if (ranked instanceof MapNode map) {
            MapNode left = map;
            for (String unit : map.names()) {
                left = units.contains(unit) ? left : left.without(unit);
            }
            return left;
        }
        List<Node> items = ranked instanceof ListNode list ? list.items() : List.of(ranked);
        return new ListNode(
                ranked.site(),
                items.stream()
                        .filter(item -> item instanceof TextNode text && units.contains(text.text()))
                        .toList());
    }
}
