package dev.foreshock.cli.internal;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.engine.Scaling;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.live.Forecast;
import dev.foreshock.engine.live.Phase;
import dev.foreshock.engine.live.PhaseBook;
import dev.foreshock.engine.live.Rehearsed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.reports.RehearsalReport;
import dev.foreshock.reports.ReportFile;
import dev.foreshock.reports.RunContext;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.simulated.Play;
import dev.foreshock.simulated.Played;
import dev.foreshock.simulated.Twin;
import dev.foreshock.simulated.TwinOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries out {@code foreshock rehearse}: predict, write that down, start the twin, warm it, play the scenario, compare.
 *
 * @param here where the command runs
 * @param target the scenario
 * @param replications how many replications the prediction rests on
 * @param scale the factor on the size of the system
 * @param seed the seed
 * @param out where files go, or null for the usual place
 * @param state where journals are, and the twin's files while it runs
 * @param quiet whether to show no progress
 * @param color when to use colors
 */
record RehearseJob(
        Surroundings here,
        Target target,
        int replications,
        double scale,
        long seed,
        @Nullable Path out,
        StateDirectory state,
        boolean quiet,
        ColorMode color) {
    private static final Duration MOST_WARMING = Duration.ofSeconds(20);

    ExitCode run() {
        return new Intake(here, target, "only a scenario can be rehearsed", RunFormat.text, quiet, color)
                .take(this::rehearse);
    }

    private ExitCode rehearse(Scenario written, LoadResult loaded) {
        Scenario scenario;
        OutputDirectory files;
        try {
            scenario = Scaling.sample(scale, written);
            files = OutputDirectory.at(directory(written.name()));
        } catch (IllegalArgumentException e) {
            here.err().println("foreshock: " + e.getMessage());
            return ExitCode.INVALID;
        } catch (IOException e) {
            throw new UsageException("--out must be a directory that can be written, but was "
                    + directory(written.name()) + " (" + DiskWords.of(e) + ")");
        }
        Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        here.interrupts().mendsWhatIsBroken();
        try {
            Forecast forecast = forecast(scenario);
            files.write(Map.of("forecast.json", RehearsalReport.json(scenario.name(), forecast)));
            try (TwinRoom room = TwinRoom.make(state.in(here), target, scale)) {
                return onTwin(scenario, loaded, forecast, room, files, started);
            }
        } catch (StoppedException | InterruptedException e) {
            here.err().println("foreshock: interrupted; the twin has ended");
            return ExitCode.INTERRUPTED;
        } catch (IOException | IllegalStateException e) {
            here.err().println("foreshock: the rehearsal ended: " + e.getMessage());
            return ExitCode.ABORTED;
        }
    }

    private Path directory(String scenario) {
        Path usual = Path.of("runs", RunReporter.asFileName(scenario) + "-rehearsed");
        return here.directory().resolve(out == null ? usual : out);
    }

    /** The replications from 1 on: the rehearsal has the users of replication 0. */
    private Forecast forecast(Scenario scenario) {
        ProgressLine progress = new ProgressLine(
                here.err(),
                ProgressLine.Style.of(here, quiet, false),
                replications,
                0,
                here.interrupts(),
                System::nanoTime);
        try {
            return Forecast.of(scenario, seed, 1, replications, new Shifted(progress));
        } finally {
            progress.clear();
        }
    }

    private ExitCode onTwin(
            Scenario scenario,
            LoadResult loaded,
            Forecast forecast,
            TwinRoom room,
            OutputDirectory files,
            Instant started)
            throws IOException, InterruptedException {
        say("predicted by " + replications + " replications: " + files.file("forecast.json"));
        try (Twin twin = Twin.start(scenario, TwinOptions.processes(room.directory()), this::say)) {
            TwinTarget targets = new TwinTarget(scenario, twin);
            boolean steady = twin.warm(seed, MOST_WARMING, here.interrupts()::isWanted);
            say(
                    steady
                            ? "warm: response times no longer fall"
                            : "warmed for " + MOST_WARMING.toSeconds() + " s; response times may still fall");
            PhaseBook book = new PhaseBook(Phase.of(scenario));
            Play play = Play.of(seed, 0)
                    .without(targets.outside())
                    .by(targets.ways())
                    .seenBy(book);
            TimeLine line = new TimeLine(here, quiet, scenario.clock());
            Played played;
            ExitCode evidence;
            try (TwinFaults faults = TwinFaults.begin(here, scenario, targets, state, this::say)) {
                long start = faults.start();
                played = twin.play(play, start, () -> here.interrupts().isWanted() || faults.isOver(), line::show);
                line.clear();
                ExitCode trouble = faults.end();
                if (trouble != ExitCode.PASSED && trouble != ExitCode.INCONCLUSIVE) {
                    return trouble;
                }
                evidence = trouble;
            }
            Rehearsed rehearsed = Rehearsed.of(scenario, forecast, book.figures(), played.result());
            return report(rehearsed, played, targets, loaded, files, started, evidence);
        }
    }

    private ExitCode report(
            Rehearsed rehearsed,
            Played played,
            TwinTarget targets,
            LoadResult loaded,
            OutputDirectory files,
            Instant started,
            ExitCode evidence)
            throws IOException {
        ExitCode code = evidence.or(ExitCode.of(rehearsed.runs().verdict()));
        Duration wall = Duration.between(started, Instant.now());
        RehearsalReport report = new RehearsalReport(
                rehearsed,
                targets.places(),
                Duration.ofNanos(played.lateNanos()),
                Duration.ofNanos(played.mostLateNanos()));
        RunContext context = new RunContext(
                command(),
                here.command() + " run " + Shell.quoted(target.scenario),
                Version.foreshock(),
                Version.java(),
                started,
                wall,
                1,
                loaded.variants(),
                files.file(ReportFile.REPORT_HTML.fileName()).toString(),
                Backgrounds.of(loaded, List.of()),
                Backgrounds.origin(here, target, new Without()));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("rehearsal.json", report.json());
        for (ReportFile file : ReportFile.values()) {
            texts.put(file.fileName(), file.render(rehearsed.runs(), context));
        }
        files.write(texts);
        String ending = "exit " + code.number() + ": " + code.meaning();
        here.out().print(report.tell(wall, ending, here.page(color)));
        here.out().flush();
        return code;
    }

    private String command() {
        StringBuilder command = new StringBuilder(here.command() + " rehearse " + Shell.quoted(target.scenario));
        target.appendTo(command);
        command.append(" --seed ").append(seed);
        if (scale != 1) {
            command.append(" --scale ").append(scale);
        }
        return command.toString();
    }

    private void say(String line) {
        if (!quiet) {
            here.err().println(line);
            here.err().flush();
        }
    }
}
