package dev.foreshock.scenarios.internal.document;

import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.MeasuredOn;
import dev.foreshock.scenarios.internal.layer.Document;
import dev.foreshock.scenarios.internal.layer.Sections;
import dev.foreshock.scenarios.internal.read.DescriptionReader;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an overlay says of where its numbers come from.
 *
 * @param reader reads descriptions
 * @param report is told what is wrong
 */
record MeasuredSection(DescriptionReader reader, Report report) {
    /** Returns when, of what and on what an overlay was measured; null if it does not say or that is wrong, which is reported. */
    @Nullable
    MeasuredOn read(Document overlay) {
        Node section = overlay.tree().value("measured");
        if (section == null) {
            return null;
        } else if (!(section instanceof MapNode map)) {
            report.add(
                    Code.SHAPE,
                    section.site().place(),
                    "'measured' must be a map with " + Spelling.listed(Sections.keys(MeasuredOn.class)) + ", but was "
                            + section.shape(),
                    "foreshock calibrate writes it");
            return null;
        } else {
            MeasuredOn measured = reader.read(map, MeasuredOn.class, "measured", report);
            if (measured != null && map.value("at") instanceof TextNode at && !isMoment(measured.at())) {
                report.add(
                        Code.VALUE,
                        at.site().place(),
                        "'at' of 'measured' must be a point in time such as 2026-11-30T15:40:12Z, but was "
                                + at.shape(),
                        "foreshock calibrate writes it");
                return null;
            }
            return measured;
        }
    }

    private static boolean isMoment(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
