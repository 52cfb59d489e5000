package dev.foreshock.cli.internal.run;

import dev.foreshock.engine.Fidelity;
import dev.foreshock.reports.FullSizeReport;
import java.util.stream.Collectors;

/** Says that a scaled system does not stand for the full size. */
final class Unfaithful {
    private Unfaithful() {}

    static String message(Fidelity fidelity) {
        return "the scale must not change the outcome, but it does, so nothing is reported: "
                + fidelity.large().stream().map(FullSizeReport::gap).collect(Collectors.joining("; "))
                + "; take a larger scale, or none (--no-full-size does not compare)";
    }
}
