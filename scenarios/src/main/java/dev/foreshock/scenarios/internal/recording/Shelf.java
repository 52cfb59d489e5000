package dev.foreshock.scenarios.internal.recording;

import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.source.Unavailable;
import dev.foreshock.scenarios.internal.source.Utf8;
import java.util.HashMap;
import java.util.Map;

/** The recordings read while one scenario is loaded, so that its variants do not read them again. Not thread-safe. */
public final class Shelf {

    private static final int MOST_BYTES = 64 << 20;

    private final Map<Location, Csv.Result> read = new HashMap<>();

    /** Reads a recording, or returns what was read before. */
    public Csv.Result read(Location location, String name) throws Unavailable, CsvRefused {
        Csv.Result known = read.get(location);
        if (known == null) {
            known = Csv.read(name, Utf8.decode(location.bytes(MOST_BYTES)));
            read.put(location, known);
        }
        return known;
    }
}
