package dev.foreshock.cli.internal.files;

import dev.foreshock.reports.CompareFile;
import dev.foreshock.reports.RehearsalReport;
import dev.foreshock.reports.ReportFile;
import dev.foreshock.reports.SteadyFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The names of the files that tell of a run, a steady run, a comparison or a rehearsal. */
public final class ResultFiles {
    /** What is predicted of a rehearsal. */
    public static final String FORECAST = "forecast.json";

    private ResultFiles() {}

    /** Returns all of them. */
    public static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(FORECAST, RehearsalReport.FILE_NAME));
        Stream.of(ReportFile.values()).map(ReportFile::fileName).forEach(names::add);
        Stream.of(SteadyFile.values()).map(SteadyFile::fileName).forEach(names::add);
        Stream.of(CompareFile.values()).map(CompareFile::fileName).forEach(names::add);
        return names;
    }
}
