package dev.foreshock.reports.internal.figure;

import dev.foreshock.reports.Origin;
import dev.foreshock.reports.internal.text.Amounts;
import java.util.ArrayList;
import java.util.List;

/** Says in what a run differs from what its file says. */
public final class ChangedWords {
    private ChangedWords() {}

    /** Returns {@code with admission, with web.replicas=3, without web.memory}; empty where nothing differs. */
    public static String of(Origin origin) {
        List<String> parts = new ArrayList<>();
        add(parts, "with ", origin.variants());
        add(parts, "over ", origin.overlays());
        add(parts, "with ", origin.sets());
        add(parts, "without ", origin.without());
        if (origin.compress() != 1) {
            parts.add("in 1/" + Amounts.digits(origin.compress()) + " of its time");
        }
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String how, List<String> what) {
        if (!what.isEmpty()) {
            parts.add(how + String.join(" and ", what));
        }
    }
}
