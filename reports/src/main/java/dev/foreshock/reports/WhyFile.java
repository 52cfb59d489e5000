package dev.foreshock.reports;

import dev.foreshock.engine.cause.Attribution;
import dev.foreshock.reports.internal.json.AttributionJson;
import java.util.List;

/** The files that tell what an impact comes from. A new format is one more constant with its renderer. */
public enum WhyFile {
    /** The causes, for programs. Depends on nothing but the result. */
    WHY_JSON("why.json");

    private final String fileName;

    WhyFile(String fileName) {
        this.fileName = fileName;
    }

    /** Returns the name of the file. */
    public String fileName() {
        return fileName;
    }

    /**
     * Returns the text of the file, to be written as UTF-8.
     *
     * @param without causes that were taken away from the start
     */
    public String render(Attribution attribution, List<String> without) {
        return switch (this) {
            case WHY_JSON -> AttributionJson.render(attribution, without);
        };
    }
}
