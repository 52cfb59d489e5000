package dev.foreshock.scenarios.internal.schema;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.internal.read.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds out where in a document a finding is, to tell whether it is where no schema sees it ({@link Unseen.Where}). */
final class Whereabouts {

    private static final List<String> COMPONENTS = List.of("components", "classes");

    private final Diagnostic finding;

    /** The keys that lead there. */
    private final List<String> path = new ArrayList<>();

    /** The maps that lead there, the document itself first. */
    private final List<MappingNode> maps = new ArrayList<>();

    private @Nullable ScalarNode value;
    private boolean isLeftEmpty;

    private Whereabouts(Diagnostic finding) {
        this.finding = finding;
    }

    static Whereabouts of(Diagnostic finding, String yaml) {
        Whereabouts found = new Whereabouts(finding);
        LoadSettings settings = LoadSettings.builder().build();
        new Compose(settings).composeString(yaml).ifPresent(found::descend);
        return found;
    }

    boolean isUnseen() {
        for (Unseen.Where where : Unseen.Where.values()) {
            boolean here = switch (where) {
                case PHRASE -> isPartOfValue();
                case PATH ->
                    path.size() > 2
                            && path.get(0).equals("variants")
                            && path.get(2).equals("set");
                case KNOB ->
                    (path.size() > 1 && path.get(0).equals("knobs"))
                            || (value != null && value.getValue().contains("$"));
                case KIND -> finding.code() == Code.UNKNOWN_SETTING && isSettingWithoutKind();
                case NOTHING -> isLeftEmpty && finding.code() == Code.SHAPE;
                case VERSION -> path.equals(List.of("semantics"));
                case MULTIPLE -> value != null && Factor.of(value.getValue()) != null;
            };
            if (here) {
                return true;
            }
        }
        return false;
    }

    private boolean isSettingWithoutKind() {
        int depth = path.isEmpty() || !path.get(0).equals("defaults") ? 0 : 1;
        return path.size() == depth + 3
                && COMPONENTS.contains(path.get(depth))
                && maps.get(depth + 2).getValue().stream()
                        .noneMatch(entry -> key(entry).equals("is"));
    }

    /** Tells whether the finding is about less than a whole value. */
    private boolean isPartOfValue() {
        if (value == null) {
            return false;
        }
        Mark start = mark(value.getStartMark());
        Mark end = mark(value.getEndMark());
        Place place = finding.place();
        int quotes = value.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
        boolean starts = place.line() - 1 == start.getLine() && place.column() - 1 <= start.getColumn() + quotes;
        boolean ends = place.column() - 1 + place.length() >= end.getColumn() - quotes;
        boolean isOnOneLine = start.getLine() == end.getLine(); // else it has several words
        return !(isOnOneLine && starts && ends);
    }

    private void descend(Node node) {
        if (node instanceof MappingNode map) {
            maps.add(map);
            for (NodeTuple entry : map.getValue()) {
                boolean isKey = holds(entry.getKeyNode());
                if (isKey || holds(entry.getValueNode())) {
                    path.add(key(entry));
                    isLeftEmpty = entry.getValueNode() instanceof ScalarNode given
                            && given.getScalarStyle() == ScalarStyle.PLAIN
                            && (given.getValue().isEmpty()
                                    || List.of("null", "~").contains(given.getValue()));
                    if (!isKey) {
                        descend(entry.getValueNode());
                    }
                    return;
                }
            }
        } else if (node instanceof SequenceNode list) {
            Optional<Node> item = list.getValue().stream().filter(this::holds).findFirst();
            item.ifPresent(this::descend);
        } else if (node instanceof ScalarNode scalar) {
            value = scalar;
        }
    }

    private boolean holds(Node node) {
        int line = finding.place().line() - 1;
        int column = finding.place().column() - 1;
        Mark start = mark(node.getStartMark());
        Mark end = mark(node.getEndMark());
        boolean after = line > start.getLine() || (line == start.getLine() && column >= start.getColumn());
        // What is made of several lines ends where the next thing begins.
        int last = node instanceof ScalarNode ? end.getColumn() : end.getColumn() - 1;
        return after && (line < end.getLine() || (line == end.getLine() && column <= last));
    }

    private static Mark mark(Optional<Mark> mark) {
        return mark.orElseThrow();
    }

    private static String key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
    }
}
