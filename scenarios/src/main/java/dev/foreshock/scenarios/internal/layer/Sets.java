package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.Layer;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.source.SourceText;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.Site;
import dev.foreshock.scenarios.internal.tree.TextNode;
import dev.foreshock.scenarios.internal.tree.TreeReader;
import java.util.ArrayList;
import java.util.List;

/** Reads changes from the command line: {@code path=value}. */
public final class Sets {

    private static final int LONGEST = 100_000;

    private Sets() {}

    public static List<Patch> read(List<String> sets, Location location, Report report) {
        List<Patch> patches = new ArrayList<>();
        for (String set : sets) {
            SourceText source = SourceText.of("--set", set, location, Layer.SET);
            int equals = set.indexOf('=');
            if (equals <= 0 || set.length() > LONGEST || set.indexOf('\0') >= 0 || !isPath(set.substring(0, equals))) {
                report.add(
                        Code.PATCH,
                        new Place("--set", 1, 1, Math.max(1, source.line(1).length()), source.line(1)),
                        "a change must be a path, '=' and a value",
                        "such as --set web.replicas=4");
                continue;
            }
            TextNode path = new TextNode(new Site(source, 1, 1, 1, equals + 1), set.substring(0, equals), true, 0);
            Node value = value(source, set, equals + 1, report);
            if (value != null) {
                patches.add(new Patch(path, value));
            }
        }
        return patches;
    }

    private static @org.jspecify.annotations.Nullable Node value(
            SourceText source, String set, int start, Report report) {
        String text = set.substring(start);
        if (text.isBlank()) {
            return new TextNode(new Site(source, 1, start + 1, 1, start + 2), "", false, 0);
        }
        // Spaces in place of the path: the value then stands where it stands in the argument.
        return TreeReader.value(source, " ".repeat(start) + text, report);
    }

    private static boolean isPath(String text) {
        return text.chars().noneMatch(c -> c <= ' ') && !text.startsWith(".") && !text.endsWith(".");
    }
}
