package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.scenarios.internal.source.Layer;
import dev.foreshock.scenarios.internal.source.SourceText;
import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.ScaledNode;
import dev.foreshock.scenarios.internal.tree.Site;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Copies trees so that what they say counts as another layer. Where it stands stays the same. */
final class Relayer {

    private final Layer layer;
    private final IdentityHashMap<SourceText, SourceText> sources = new IdentityHashMap<>();

    private Relayer(Layer layer) {
        this.layer = layer;
    }

    /** Returns {@code node} as something that {@code layer} says. */
    static Node in(Layer layer, Node node) {
        Relayer relayer = new Relayer(layer);
        return texts(node, text -> new TextNode(relayer.site(text.site()), text.text(), text.quoted(), text.inset()));
    }

    private Site site(Site site) {
        SourceText source = sources.computeIfAbsent(site.source(), text -> text.in(layer));
        return new Site(source, site.line(), site.column(), site.endLine(), site.endColumn());
    }

    /** Returns a copy of {@code node} with every text in it, keys included, replaced by what {@code change} makes of it. */
    static Node texts(Node node, UnaryOperator<TextNode> change) {
        if (node instanceof MapNode map) {
            Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
            map.entries().forEach(entry -> {
                TextNode key = change.apply(entry.key());
                entries.put(key.text(), new MapNode.Entry(key, texts(entry.value(), change)));
            });
            return new MapNode(map.site(), entries);
        } else if (node instanceof ListNode list) {
            return new ListNode(
                    list.site(),
                    list.items().stream().map(item -> texts(item, change)).toList());
        } else if (node instanceof ScaledNode scaled) {
            return new ScaledNode(texts(scaled.base(), change), scaled.factor(), change.apply(scaled.written()));
        }
        return change.apply((TextNode) node);
    }
}
