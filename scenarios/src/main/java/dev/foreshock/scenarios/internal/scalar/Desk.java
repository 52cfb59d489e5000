package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.scenarios.internal.recording.Shelf;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.tree.TextNode;

/** What readers of single values share while one file is read. */
public interface Desk {

    /** Returns the recordings read so far. */
    Shelf recordings();

    /** Returns where findings go. */
    Report report();

    /** Remembers that the setting {@code name} of what {@code whole} says stands at {@code part}. */
    void remember(TextNode whole, String name, TextNode part);

    /** A desk for texts that come from nowhere, such as defaults. */
    static Desk blank() {
        return new Desk() {
            private final Report report = new Report();

            @Override
            public Report report() {
                return report;
            }

            @Override
            public Shelf recordings() {
                return new Shelf();
            }

            @Override
            public void remember(TextNode whole, String name, TextNode part) {}
        };
    }
}
