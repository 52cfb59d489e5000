package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.recording.Shelf;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.scalar.Desk;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.Site;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a reader learns on its way: which single values stand for whole maps, and which nodes have mistakes, so that a
 * mistake is not reported twice.
 */
final class Notes implements Desk {

    private final Report report;
    private final Shelf recordings;
    private final IdentityHashMap<Node, MapNode> expanded = new IdentityHashMap<>();
    private final Set<Node> mistaken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> lost = new TreeSet<>();
    private final Knobs knobs;
    private boolean incomplete;

    Notes(Report report, Shelf recordings, Knobs knobs) {
        this.report = report;
        this.recordings = recordings;
        this.knobs = knobs;
    }

    Knobs knobs() {
        return knobs;
    }

    /** Reports that {@code use} speaks of a knob that is not declared. */
    void unknownKnob(String name, TextNode use) {
        int start = use.text().indexOf('$');
        Site at = use.part(start, Math.min(use.text().length(), start + 1 + name.length()));
        report.add(
                Code.DANGLING,
                at.place(),
                "'" + name + "' is not a knob of this scenario",
                Spelling.hint(name, "knobs", knobs.names()));
    }

    @Override
    public Shelf recordings() {
        return recordings;
    }

    @Override
    public Report report() {
        return report;
    }

    @Override
    public void remember(TextNode whole, String name, TextNode part) {
        MapNode known = expanded.getOrDefault(whole, MapNode.empty(whole.site()));
        expanded.put(whole, known.with(new TextNode(part.site(), name, true, 0), part));
    }

    /** Remembers that {@code node} stands for {@code map}. */
    void expand(Node node, MapNode map) {
        expanded.put(node, map);
    }

    /** Returns the map that {@code node} is or stands for, or null. */
    @Nullable
    MapNode asMap(Node node) {
        MapNode stands = expanded.get(node);
        return stands == null && node instanceof MapNode map ? map : stands;
    }

    /** Remembers that something stands in for what {@code node} should say. */
    void mistake(Node node) {
        mistaken.add(node);
    }

    boolean isMistaken(Node node) {
        return mistaken.contains(node);
    }

    /** Remembers that nobody knows what the thing called {@code name} is. */
    void lose(String name) {
        lost.add(name);
    }

    /** Tells whether {@code message} speaks of a thing of which nobody knows what it is. */
    boolean isAboutLost(String message) {
        return lost.stream().anyMatch(message::contains);
    }

    /** Remembers that names are missing that others may refer to. */
    void incomplete() {
        incomplete = true;
    }

    boolean isIncomplete() {
        return incomplete;
    }
}
