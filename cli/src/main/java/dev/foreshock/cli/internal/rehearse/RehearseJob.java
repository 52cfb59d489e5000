package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.files.OutputDirectory;
import dev.foreshock.cli.internal.files.ResultFiles;
import dev.foreshock.cli.internal.files.StateDirectory;
import dev.foreshock.cli.internal.language.Intake;
import dev.foreshock.cli.internal.options.RunFormat;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.options.Transformation;
import dev.foreshock.cli.internal.options.Without;
import dev.foreshock.cli.internal.run.Backgrounds;
import dev.foreshock.cli.internal.run.RunFiles;
import dev.foreshock.cli.internal.terminal.ColorMode;
import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.ProgressLine;
import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.TimeLine;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.cli.internal.terminal.Version;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.forecast.Figure.Kind;
import dev.foreshock.engine.forecast.Forecast;
import dev.foreshock.engine.forecast.Phase;
import dev.foreshock.engine.forecast.PhaseBook;
import dev.foreshock.engine.forecast.Rehearsed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Spans;
import dev.foreshock.faults.inject.Injection;
import dev.foreshock.reports.RehearsalReport;
import dev.foreshock.reports.ReportFile;
import dev.foreshock.reports.RunContext;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.simulated.Play;
import dev.foreshock.simulated.Played;
import dev.foreshock.simulated.Twin;
import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.TwinOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out {@code foreshock rehearse}: predict, write that down, start the twin, warm it, play the scenario, compare.
 *
 * @param here where the command runs
 * @param target the scenario
 * @param calibrated an overlay for the prediction alone, or null
 * @param parts whose programs its parts are
 * @param replications how many replications the prediction rests on
 * @param transformation how much shorter the story is, and how much smaller the system, in both worlds
 * @param warming how long to warm the twin at most
 * @param seed the seed
 * @param out where files go, or null for the usual place
 * @param state where journals are, and the twin's files while it runs
 * @param quiet whether to show no progress
 * @param color when to use colors
 */
record RehearseJob(
        Surroundings here,
        Target target,
        @Nullable Path calibrated,
        PartsChoice parts,
        int replications,
        Transformation transformation,
        Duration warming,
        long seed,
        @Nullable Path out,
        StateDirectory state,
        boolean quiet,
        ColorMode color) {
    /** What two processors play without being late by much. */
    private static final double USUAL_PER_SECOND = 500;

    /** The replication whose users are sent. */
    private static final int REHEARSED = 0;

    ExitCode run() {
        return new Intake(here, target, "only a scenario can be rehearsed", RunFormat.text, quiet, color)
                .take(this::rehearse);
    }

    private ExitCode rehearse(Scenario written, LoadResult loaded) {
        String measuring = Calibration.measuring(here, target, parts);
        Hindrances.Gathering hindrances = new Hindrances.Gathering();
        Optional<Ready> ready = ready(written, measuring, hindrances);
        if (ready.isEmpty() || !hindrances.all().isNone()) {
            return hindrances.all().told(here, "rehearsed");
        }
        Scenario scenario = ready.get().scenario();
        Calibration calibration = ready.get().calibration();
        OutputDirectory files = results(directory(written.name()));
        Path journals = state.writable(here);
        Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        here.interrupts().mendsWhatIsBroken();
        // First, so that whatever a killed rehearsal leaves lies in it, and is found.
        try (TwinRoom room = TwinRoom.make(journals, target, transformation)) {
            TwinOptions options = parts.in(scenario, room, files.file(""));
            if (calibration != null) {
                calibration
                        .doubts(Machine.here(), started, target, RealParts.of(scenario, options), measuring)
                        .forEach(this::say);
            }
            Hindrances tried = parts.tried(scenario, room, this::say, here.interrupts()::isWanted);
            if (!tried.isNone()) {
                // A Ctrl-C reaches what is tried as well.
                return here.interrupts().isWanted()
                        ? new TwinEnding(here).interrupted()
                        : tried.told(here, "rehearsed");
            }
            Forecast forecast = forecast(ready.get().foretold());
            files.writeResult(Map.of(ResultFiles.FORECAST, RehearsalReport.json(scenario.name(), forecast)));
            return onTwin(new Cast(scenario, options, calibration), loaded, forecast, room, files, started);
        } catch (StoppedException e) {
            return new TwinEnding(here).interruptedBefore();
        } catch (InterruptedException e) {
            return new TwinEnding(here).interrupted();
        } catch (IOException | TwinException e) {
            return new TwinEnding(here).failed("the rehearsal ended", e);
        } catch (IllegalStateException e) {
            // What is started while this process is told to end may find that it cannot be ended with it any more.
            if (here.interrupts().isWanted()) {
                return new TwinEnding(here).interrupted();
            }
            throw e;
        }
    }

    /**
     * What is known before anything is done.
     *
     * @param scenario the scenario, as it is played
     * @param foretold the scenario, as it is predicted
     * @param calibration what is predicted with, or null
     */
    private record Ready(
            Scenario scenario, Scenario foretold, @Nullable Calibration calibration) {}

    /**
     * Looks at all that can be looked at without doing anything, also where some of it is hindered. Returns nothing where that keeps it from the
     * end.
     */
    private Optional<Ready> ready(Scenario written, String measuring, Hindrances.Gathering hindrances) {
        hindrances.misuse(unwritable(directory(written.name())));
        Optional<String> noState = state.unwritable(here);
        hindrances.misuse(noState);
        Optional<Scenario> played = hindrances.fitting(() -> transformed(written));
        // Of another size or length it has the same parts.
        hindrances.add(parts.hindrances(played.orElse(written)));
        played.ifPresent(scenario ->
                hindrances.add(parts.hindrancesToFaults(scenario, noState.isPresent() ? Optional.empty() : stopped())));
        Optional<Calibration> calibration = Optional.ofNullable(calibrated)
                .flatMap(file -> hindrances.fitting(() -> Calibration.read(here, file, written.name(), measuring)));
        return played.flatMap(scenario -> calibration
                .map(with -> hindrances.fitting(() -> transformed(with.over(target, measuring))))
                .orElse(played)
                .map(foretold -> new Ready(scenario, PredictedScenario.of(foretold), calibration.orElse(null))));
    }

    private static Optional<String> unwritable(Path directory) {
        try {
            OutputDirectory.requireWritable(directory);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(unwritable(directory, e));
        }
    }

    private static String unwritable(Path directory, IOException why) {
        return "--out must be a directory that can be written, but was " + directory + " (" + DiskWords.of(why) + ")";
    }

    private static OutputDirectory results(Path directory) {
        try {
            return OutputDirectory.at(directory);
        } catch (IOException e) {
            throw new UsageException(unwritable(directory, e));
        }
    }

    /** Returns why nothing may be injected here, with the way out; nothing if it may. */
    private Optional<String> stopped() {
        return Injection.killSwitch(state.in(here))
                .map(why -> why + "; let runs begin again with: " + here.command() + " stop --clear REASON"
                        + state.again());
    }

    /** Returns a scenario as both worlds play it. */
    private Scenario transformed(Scenario whole) {
        return transformation.scaled(transformation.compressed(whole));
    }

    /** A variant is rehearsed to be laid beside the scenario, so that it must not take the place of its files. */
    private Path directory(String scenario) {
        List<String> names = new ArrayList<>(List.of(scenario));
        names.addAll(target.variants);
        names.add("rehearsed");
        Path usual = Path.of("runs", RunFiles.asFileName(String.join("-", names)));
        return here.directory().resolve(out == null ? usual : out);
    }

    /** The replications after the one whose users are sent, and that one, which is shown as one beside them. */
    private Forecast forecast(Scenario scenario) {
        ProgressLine progress = new ProgressLine(
                here.err(),
                ProgressLine.Style.of(here, quiet, false),
                replications,
                1,
                here.interrupts(),
                System::nanoTime);
        try {
            return Forecast.of(scenario, seed, REHEARSED, REHEARSED + 1, replications, progress);
        } finally {
            progress.clear();
        }
    }

    /**
     * What is played, and by whom.
     *
     * @param scenario the scenario
     * @param options how its twin is started
     * @param calibration what it was predicted with, or null
     */
    private record Cast(
            Scenario scenario,
            TwinOptions options,
            @Nullable Calibration calibration) {}

    private ExitCode onTwin(
            Cast cast, LoadResult loaded, Forecast forecast, TwinRoom room, OutputDirectory files, Instant started)
            throws IOException, InterruptedException {
        say("predicted by " + replications + (replications == 1 ? " replication: " : " replications: ")
                + files.file(ResultFiles.FORECAST));
        Scenario scenario = cast.scenario();
        TwinOptions options = cast.options();
        Calibration calibration = cast.calibration();
        if (options.room() == null && !parts.oneProcess()) {
            say("note: all services share this process, as the traffic is recorded in a file that only it can read");
        }
        say("plays for " + Spans.text(scenario.clock().length()) + ", as fast as time goes, with "
                + scenario.system().components().size() + " services");
        busyness(forecast).ifPresent(this::say);
        try (Twin twin = Twin.start(scenario, options, this::say)) {
            TwinTarget targets = new TwinTarget(scenario, twin);
            boolean steady = twin.warm(seed, warming, here.interrupts()::isWanted);
            say(
                    steady
                            ? "warm: calls get no cheaper any more"
                            : "warmed for " + Spans.text(warming) + "; calls may still get cheaper");
            PhaseBook book = new PhaseBook(Phase.of(scenario));
            Play play = Play.of(seed, REHEARSED)
                    .without(targets.outside())
                    .by(targets.ways())
                    .seenBy(book);
            twin.prepare(play);
            TimeLine line =
                    new TimeLine(here, quiet, "rehearsed", scenario.clock().length());
            FaultsInside inside = new FaultsInside(scenario, targets.outside(), line::say);
            Played played;
            ExitCode evidence;
            try (TwinFaults faults = TwinFaults.begin(here, scenario, targets, room, state, line::say)) {
                long start = faults.start(twin.leadNanos(seed));
                try {
                    played = twin.play(
                            play.ending(faults::end),
                            start,
                            () -> here.interrupts().isWanted() || faults.isOver(),
                            now -> {
                                inside.until(now);
                                line.show(now);
                            });
                    inside.until(scenario.clock().lengthNanos());
                } catch (InterruptedException e) {
                    return endedEarly(faults);
                } finally {
                    line.clear();
                }
                ExitCode trouble = faults.end();
                if (trouble != ExitCode.PASSED && trouble != ExitCode.INCONCLUSIVE) {
                    return trouble;
                }
                evidence = trouble;
            }
            Rehearsed rehearsed =
                    Rehearsed.of(scenario, transformation.scale, forecast, book.figures(), played.result());
            RehearsalReport report = new RehearsalReport(
                    rehearsed,
                    targets.places(),
                    Duration.ofNanos(played.lateNanos()),
                    Duration.ofNanos(played.mostLateNanos()),
                    played.load(),
                    played.others(),
                    calibration == null ? null : calibration.told());
            return report(report, loaded, files, started, evidence);
        } catch (TwinException e) {
            // By now it has ended, and with it all that anything was injected into.
            new TwinRooms(here, state.in(here)).settle(room);
            throw e;
        }
    }

    /** Undoes what stands, and says who or what ended it: what cannot be undone counts most, then a person, then a stop. */
    private ExitCode endedEarly(TwinFaults faults) throws InterruptedException {
        faults.undo();
        ExitCode undone = faults.end();
        if (here.interrupts().isWanted()) {
            ExitCode interrupted = new TwinEnding(here).interrupted();
            return undone == ExitCode.ROLLBACK_INCOMPLETE ? undone : interrupted;
        }
        here.err().println("foreshock: the rehearsal was stopped before its end");
        return undone == ExitCode.PASSED ? ExitCode.ABORTED : undone;
    }

    /** Returns a word of warning where a machine may not keep up. */
    private static Optional<String> busyness(Forecast forecast) {
        double most = forecast.foretold().entrySet().stream()
                .filter(figure -> figure.getKey().kind() == Kind.GOODPUT)
                .mapToDouble(figure -> figure.getValue().high())
                .max()
                .orElse(0);
        return most <= USUAL_PER_SECOND
                ? Optional.empty()
                : Optional.of(
                        "note: up to " + Math.round(most)
                                + " requests/s are many for one machine; the last lines will say how late it was (--scale makes fewer of them)");
    }

    private ExitCode report(
            RehearsalReport report, LoadResult loaded, OutputDirectory files, Instant started, ExitCode evidence)
            throws IOException {
        RunSet runs = report.rehearsed().runs();
        ExitCode code = evidence.or(ExitCode.of(runs.verdict()));
        Duration wall = Duration.between(started, Instant.now());
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
                Backgrounds.origin(here, target, new Without()).compressed(transformation.compress));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(RehearsalReport.FILE_NAME, report.json(context.origin()));
        for (ReportFile file : ReportFile.values()) {
            texts.put(file.fileName(), file.render(runs, context));
        }
        texts.put(ReportFile.REPORT_HTML.fileName(), report.html(context));
        files.write(texts);
        String ending = "exit " + code.number() + ": " + code.meaning();
        here.out().print(report.tell(context, ending, here.page(color)));
        here.out().println("report  " + files.file(ReportFile.REPORT_HTML.fileName()));
        here.out().flush();
        return code;
    }

    private String command() {
        StringBuilder command = new StringBuilder(here.command() + " rehearse " + Shell.quoted(target.scenario));
        target.appendTo(command);
        command.append(" --replications ")
                .append(replications)
                .append(" --seed ")
                .append(seed);
        parts.appendTo(command);
        if (calibrated != null) {
            command.append(" --calibrated ").append(Shell.quoted(calibrated.toString()));
        }
        transformation.appendTo(command);
        return command.toString();
    }

    private void say(String line) {
        if (!quiet) {
            here.err().println(line);
            here.err().flush();
        }
    }
}
