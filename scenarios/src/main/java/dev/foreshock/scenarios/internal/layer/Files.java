package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.source.SourceText;
import dev.foreshock.scenarios.internal.source.Unavailable;
import dev.foreshock.scenarios.internal.source.Utf8;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TreeReader;
import org.jspecify.annotations.Nullable;

/** Reads files as trees. */
public final class Files {

    private Files() {}

    /**
     * Reads a file whose outermost thing is a map.
     *
     * @param asked the place in another file that asked for it; null if it was asked for from outside
     * @return the map, or null; the report then says why
     */
    public static @Nullable MapNode read(Location location, @Nullable Place asked, Report report) {
        String text;
        try {
            text = Utf8.decode(location.bytes(Location.MOST_BYTES));
        } catch (Unavailable e) {
            Place place = asked != null && e.code() == Code.FILE ? asked : Place.whole(location.shown());
            report.add(e.code(), place, e.text(), e.help());
            return null;
        }
        SourceText source = SourceText.of(location.shown(), text, location);
        Node root = TreeReader.read(source, text, report);
        if (root instanceof MapNode map) {
            return map;
        } else if (root != null) {
            report.add(
                    Code.DOCUMENT,
                    root.site().place(),
                    "a file must be a map of settings, but was " + root.shape(),
                    "start with foreshock: 1");
        }
        return null;
    }
}
