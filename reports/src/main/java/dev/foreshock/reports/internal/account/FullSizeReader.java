package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.sample.Gap;
import dev.foreshock.engine.unit.Dimension;
import java.util.List;
import java.util.Locale;

/** Reads how far a scaled system is off the full size. */
final class FullSizeReader {
    private FullSizeReader() {}

    static List<Gap> gaps(Fields fullSize) {
        return fullSize.list("differences").stream().map(FullSizeReader::gap).toList();
    }

    private static Gap gap(Fields fields) {
        return new Gap(
                fields.text("measure"),
                dimension(fields),
                orElse(fields, "full", Double.POSITIVE_INFINITY),
                orElse(fields, "sampled", Double.POSITIVE_INFINITY),
                orElse(fields, "chance", Double.NaN),
                orElse(fields, "tolerance", Double.POSITIVE_INFINITY));
    }

    private static double orElse(Fields fields, String name, double otherwise) {
        Double number = fields.numberOrNull(name);
        return number == null ? otherwise : number;
    }

    private static Dimension dimension(Fields fields) {
        try {
            return Dimension.valueOf(fields.text("dimension").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(fields.where() + "/dimension must be one of Foreshock's");
        }
    }
}
