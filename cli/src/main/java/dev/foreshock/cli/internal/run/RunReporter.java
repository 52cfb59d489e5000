package dev.foreshock.cli.internal.run;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.findings.StepSummaryFile;
import dev.foreshock.cli.internal.options.RunFormat;
import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.Version;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.reports.Remark;
import dev.foreshock.reports.ReportFile;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.StepSummary;
import dev.foreshock.reports.TerminalStory;
import dev.foreshock.scenarios.LoadResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the result of a run to where it was asked for: files, standard output, exit code. */
final class RunReporter {
    private final Surroundings here;
    private final RunRequest request;
    private final RunFiles files;

    private RunReporter(Surroundings here, RunRequest request, RunFiles files) {
        this.here = here;
        this.request = request;
        this.files = files;
    }

    /** Returns a reporter whose directory is known to be writable, before anything costly begins. */
    static RunReporter prepare(Surroundings here, RunRequest request, String scenario) {
        return new RunReporter(here, request, RunFiles.prepare(here, request, scenario));
    }

    ExitCode report(RunSet runs, LoadResult loaded, Instant started, Duration wall) {
        Ending ending = Ending.of(runs, request);
        RunContext context = context(loaded, started, wall);
        ExitCode code = ending.code();
        if (files.directory() != null && !files.write(texts(runs, context))) {
            code = code.or(ExitCode.USAGE);
        }
        if (request.json()) {
            here.out().print(ReportFile.RESULT_JSON.render(runs, context));
        } else if (request.format() == RunFormat.github) {
            new StepSummaryFile(here)
                    .write(
                            Remark.of(runs),
                            loaded,
                            ending.text(),
                            most -> StepSummary.of(runs, context, ending.text(), most));
        } else if (request.quiet()) {
            here.out().println(runs.scenario().name() + " · " + ending.text());
        } else {
            here.out().print(TerminalStory.tell(runs, context, ending.text(), here.page(request.color())));
        }
        here.out().flush();
        if (!request.quiet()) {
            notes(runs).forEach(note -> here.err().println("note: " + note));
        }
        if (runs.ended().isInterrupted()) {
            here.interrupted(true);
        }
        return code;
    }

    private RunContext context(LoadResult loaded, Instant started, Duration wall) {
        return new RunContext(
                request.command(here.command()),
                here.command() + " run " + Shell.quoted(request.target().scenario),
                Version.foreshock(),
                Version.java(),
                started,
                wall,
                request.threads(),
                loaded.variants(),
                files.path(ReportFile.REPORT_HTML.fileName()),
                Backgrounds.of(loaded, List.of()),
                Backgrounds.origin(here, request.target(), request.without()).compressed(request.compress()));
    }

    private static Map<String, String> texts(RunSet runs, RunContext context) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ReportFile file : ReportFile.values()) {
            texts.put(file.fileName(), file.render(runs, context));
        }
        return texts;
    }

    private List<String> notes(RunSet runs) {
        List<String> notes = new ArrayList<>();
        if (runs.record().isEmpty() && runs.gates().isEmpty()) {
            notes.add("the scenario claims nothing, so nothing was judged; give it gates");
        } else if (runs.gates().isEmpty() && runs.judgedBy() == JudgedBy.GATES) {
            notes.add("the scenario has no gates, so nothing was judged");
        }
        if (request.scale() != 1 && runs.judgedBy() == JudgedBy.RECORD) {
            notes.add("judged by the record in spite of --scale: compare with the full size before you trust it");
        }
        return notes;
    }
}
