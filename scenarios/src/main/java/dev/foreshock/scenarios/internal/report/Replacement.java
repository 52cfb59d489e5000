package dev.foreshock.scenarios.internal.report;

import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.scenarios.Place;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a hint about spelling can be carried out by a program: the finding is about one word, the place is
 * exactly this word, and only one name was meant. All hints come from {@link Spelling#hint}, those of the engine too, which
 * knows no places.
 */
final class Replacement {

    /** In a longer line nobody looks for one word. */
    private static final int LONGEST = 10_000;

    private Replacement() {}

    static @Nullable String of(Place place, String message, String help) {
        if (place.text().length() > LONGEST) {
            return null;
        }
        String written = written(place);
        return message.contains("'" + written + "'") ? Spelling.suggested(help).orElse(null) : null;
    }

    /** Returns what stands at {@code place}. */
    private static String written(Place place) {
        int[] points = place.text().codePoints().toArray();
        int from = Math.max(0, Math.min(place.column() - 1, points.length));
        int to = Math.min(points.length, from + place.length());
        return new String(points, from, to - from);
    }
}
