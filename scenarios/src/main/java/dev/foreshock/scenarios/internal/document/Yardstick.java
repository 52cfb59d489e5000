package dev.foreshock.scenarios.internal.document;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.layer.Patch;
import dev.foreshock.scenarios.internal.report.Report;
import java.util.List;
import java.util.regex.Pattern;

/** Refuses measures that move the yardstick: with other limits, or other meanings of words, nothing has changed for the service. */
final class Yardstick {
    private static final Pattern MOVED = Pattern.compile("(?:gates|define|clock)(?:\\..*)?", Pattern.DOTALL);

    private Yardstick() {}

    /** Reports the variant {@code name} at the change that moves it, or at its first where it is moved by way of something else. */
    static void report(String name, List<Patch> patches, Report report) {
        patches.stream()
                .filter(patch -> MOVED.matcher(patch.path().text()).matches())
                .findFirst()
                .or(() -> patches.stream().findFirst())
                .ifPresent(patch -> report.add(
                        Code.CONFLICT,
                        patch.path().site().place(),
                        "a measure must leave 'gates', 'define' and 'clock' as they are, but '" + name + "' does not",
                        "change them with --set or an overlay for all sets alike"));
    }
}
