package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.result.Aftermath.Burden;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads whether the system came back. */
final class RecoveryReader {
    private RecoveryReader() {}

    /** Returns what stands in {@code aftermath}; null if there was no trigger. */
    static @Nullable Recovery of(Fields root) {
        if (!root.has("aftermath")) {
            return null;
        }
        Fields aftermath = root.at("aftermath");
        List<Burden> sustained =
                aftermath.list("sustained").stream().map(RecoveryReader::burden).toList();
        return new Recovery(
                aftermath.text("trigger"),
                AccountReader.estimate(aftermath.at("cameBack")),
                aftermath.numberOrNull("medianSeconds"),
                sustained);
    }

    private static Burden burden(Fields fields) {
        Double before = fields.numberOrNull("callsBefore");
        return new Burden(
                fields.text("component"),
                before == null ? Double.NaN : before,
                fields.number("callsSince"),
                fields.number("inVain"));
    }
}
