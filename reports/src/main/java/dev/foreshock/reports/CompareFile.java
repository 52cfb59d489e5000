package dev.foreshock.reports;

import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.reports.internal.json.ComparisonJson;

/** The files that tell about a comparison. A new format is one more constant with its renderer. */
public enum CompareFile {
    /** What was compared and found, for programs. Depends on nothing but the result. */
    COMPARISON_JSON("comparison.json");

    private final String fileName;

    CompareFile(String fileName) {
        this.fileName = fileName;
    }

    /** Returns the name of the file. */
    public String fileName() {
        return fileName;
    }

    /** Returns the text of the file, to be written as UTF-8. */
    public String render(Comparison comparison) {
        return switch (this) {
            case COMPARISON_JSON -> ComparisonJson.render(comparison);
        };
    }
}
