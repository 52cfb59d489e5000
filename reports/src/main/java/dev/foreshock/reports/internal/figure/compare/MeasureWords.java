package dev.foreshock.reports.internal.figure.compare;

import dev.foreshock.engine.compare.SettingChange;
import dev.foreshock.reports.Background;
import java.util.ArrayList;
import java.util.List;

/** Says what a measure is: what its file says of it, and the settings that it changes. */
public final class MeasureWords {
    private static final int MOST = 20;

    private MeasureWords() {}

    /** Returns what the file says of a measure; that it says nothing, where it does not. */
    public static String about(String name, Background background) {
        String about = background.measures().getOrDefault(name, "");
        return about.isEmpty() ? "Not described in the file." : about;
    }

    /** Returns the settings that a measure changes, from what to what; none where that is not known. */
    public static List<String> changes(String name, Background background) {
        List<SettingChange> changes = background.changes().getOrDefault(name, List.of());
        List<String> said = new ArrayList<>(
                changes.stream().limit(MOST).map(MeasureWords::one).toList());
        if (changes.size() > MOST) {
            said.add((changes.size() - MOST) + " more");
        }
        return said;
    }

    private static String one(SettingChange change) {
        return change.path()
                + (change.was().isEmpty() ? " is new: " : ": " + change.was() + " -> ")
                + (change.becomes().isEmpty() ? "taken away" : change.becomes());
    }
}
