package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.engine.curve.Recording;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.recording.Csv;
import dev.foreshock.scenarios.internal.recording.CsvRefused;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.source.Unavailable;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/** Reads the recordings that files name. */
final class Recordings {

    /** What stands in for a recording that could not be read. */
    static final Recording NONE =
            new Recording("none", LocalDateTime.of(2000, 1, 1, 0, 0), Duration.ofMinutes(1), List.of(1.0));

    private Recordings() {}

    static Recording read(Phrase phrase) throws Misreading {
        Location here = phrase.node().site().source().location();
        if (here == null || phrase.isEmpty()) {
            throw phrase.misread(Code.FILE, "be a file", "");
        }
        try {
            Csv.Result result = phrase.desk().recordings().read(here.sibling(phrase.text()), phrase.text());
            for (String repair : result.repairs()) {
                phrase.desk()
                        .report()
                        .add(
                                Code.RECORDING_REPAIRED,
                                phrase.site().place(),
                                phrase.text() + " was repaired: " + repair,
                                "");
            }
            return result.recording();
        } catch (Unavailable e) {
            throw phrase.complain(e.code(), e.text(), e.help());
        } catch (CsvRefused e) {
            throw phrase.complain(e.code(), phrase.text() + " " + e.text(), e.help());
        }
    }
}
