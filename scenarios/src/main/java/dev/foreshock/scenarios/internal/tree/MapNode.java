package dev.foreshock.scenarios.internal.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map.
 *
 * @param site where it stands
 * @param byName its entries, in file order
 */
public record MapNode(Site site, Map<String, Entry> byName) implements Node {

    /**
     * One entry of a map.
     *
     * @param key the key
     * @param value the value
     */
    public record Entry(TextNode key, Node value) {}

    public MapNode {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** Returns a map without entries. */
    public static MapNode empty(Site site) {
        return new MapNode(site, Map.of());
    }

    /** Returns the entry, or null if there is none. */
    public @Nullable Entry entry(String name) {
        return byName.get(name);
    }

    /** Returns the value; null if there is none or it is a null. */
    public @Nullable Node value(String name) {
        Entry entry = byName.get(name);
        return entry == null || entry.value().isNull() ? null : entry.value();
    }

    public Set<String> names() {
        return byName.keySet();
    }

    public Collection<Entry> entries() {
        return byName.values();
    }

    /** Returns the names whose values are not null. */
    public List<String> declared() {
        List<String> names = new ArrayList<>();
        byName.forEach((name, entry) -> {
            if (!entry.value().isNull()) {
                names.add(name);
            }
        });
        return names;
    }

    /** Returns this map with one entry more, or another in its place. */
    public MapNode with(TextNode key, Node value) {
        Map<String, Entry> entries = new LinkedHashMap<>(byName);
        entries.put(key.text(), new Entry(key, value));
        return new MapNode(site, entries);
    }

    /** Returns this map less one entry. */
    public MapNode without(String name) {
        if (!byName.containsKey(name)) {
            return this;
        }
        Map<String, Entry> entries = new LinkedHashMap<>(byName);
        entries.remove(name);
        return new MapNode(site, entries);
    }

    @Override
    public String shape() {
        return "a map";
    }
}
