package dev.foreshock.scenarios.internal.show;

import dev.foreshock.scenarios.Shown;
import dev.foreshock.scenarios.internal.layer.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Picks lines of what is shown: of a section, of a path, or of the components that a selector means. */
public final class Picked {

    private final List<Shown.Line> lines;

    private Picked(List<Shown.Line> lines) {
        this.lines = lines;
    }

    /** Returns the lines that {@code what} means; empty if there are none. */
    public static List<Shown.Line> of(List<Shown.Line> lines, String what) {
        Picked picked = new Picked(lines);
        List<Shown.Line> below = picked.below(what);
        List<Shown.Line> section = below.isEmpty() ? picked.section(what) : below;
        return section.isEmpty() ? picked.selected(what) : section;
    }

    private List<Shown.Line> below(String path) {
        return lines.stream()
                .filter(line -> line.path().equals(path) || line.path().startsWith(path + "."))
                .toList();
    }

    private List<Shown.Line> section(String name) {
        List<Shown.Line> section = new ArrayList<>();
        boolean isInside = false;
        for (Shown.Line line : lines) {
            isInside = line.text().startsWith(" ") ? isInside : line.text().startsWith(name + ":");
            if (isInside) {
                section.add(line);
            }
        }
        return section;
    }

    private List<Shown.Line> selected(String text) {
        Selector selector = Selector.of(text);
        List<Shown.Line> selected = new ArrayList<>();
        for (Shown.Line line : section("components")) {
            boolean isName = line.text().startsWith("  ") && !line.text().startsWith("   ");
            if (isName && selector != null && selector.matches(line.path(), labels(line.path()))) {
                selected.addAll(below(line.path()));
            }
        }
        return selected;
    }

    private Map<String, String> labels(String component) {
        Map<String, String> labels = new TreeMap<>();
        String prefix = component + ".labels.";
        for (Shown.Line line : lines) {
            String value = line.text().substring(line.text().indexOf(':') + 1).strip();
            if (line.path().startsWith(prefix)) {
                labels.put(line.path().substring(prefix.length()), value);
            } else if (line.path().equals(component + ".is")) {
                labels.put("is", value);
            }
        }
        return labels;
    }
}
