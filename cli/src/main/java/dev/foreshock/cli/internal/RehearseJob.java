package dev.foreshock.cli.internal;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.engine.Compression;
import dev.foreshock.engine.Scaling;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.forecast.Figure.Kind;
import dev.foreshock.engine.forecast.Forecast;
import dev.foreshock.engine.forecast.Phase;
import dev.foreshock.engine.forecast.PhaseBook;
import dev.foreshock.engine.forecast.Rehearsed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Spans;
import dev.foreshock.reports.RehearsalReport;
import dev.foreshock.reports.ReportFile;
import dev.foreshock.reports.RunContext;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.simulated.Play;
import dev.foreshock.simulated.Played;
import dev.foreshock.simulated.Twin;
import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.TwinOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries out {@code foreshock rehearse}: predict, write that down, start the twin, warm it, play the scenario, compare.
 *
 * @param here where the command runs
 * @param target the scenario
 * @param calibrated an overlay for the prediction alone, or null
 * @param oneProcess whether all services share this process
 * @param load who sends what users send
 * @param haproxy the balancers in whose place there is HAProxy
 * @param redis the components whose pages lie in a Redis
 * @param replications how many replications the prediction rests on
 * @param compress the factor by which the story is shorter
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
        @Nullable Path calibrated,
        boolean oneProcess,
        LoadChoice load,
        Set<String> haproxy,
        Set<String> redis,
        int replications,
        double compress,
        double scale,
        long seed,
        @Nullable Path out,
        StateDirectory state,
        boolean quiet,
        ColorMode color) {
    /** What two processors play without being late by much. */
    private static final double USUAL_PER_SECOND = 500;

    private static final Duration MOST_WARMING = Duration.ofSeconds(20);

    ExitCode run() {
        return new Intake(here, target, "only a scenario can be rehearsed", RunFormat.text, quiet, color)
                .take(this::rehearse);
    }

    private ExitCode rehearse(Scenario written, LoadResult loaded) {
        Scenario scenario;
        Scenario foretold;
        OutputDirectory files;
        try {
            scenario = transformed(written);
            requireProcesses(scenario);
            requireFitForHaproxy(scenario);
            requireFitForRedis(scenario);
            foretold = calibrated == null ? scenario : transformed(calibrated(calibrated));
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
            Forecast forecast = forecast(foretold);
            files.write(Map.of("forecast.json", RehearsalReport.json(scenario.name(), forecast)));
            try (TwinRoom room = TwinRoom.make(state.in(here), target, compress, scale)) {
                return onTwin(scenario, loaded, forecast, room, files, started);
            }
        } catch (StoppedException | InterruptedException e) {
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

    private void requireProcesses(Scenario scenario) {
        boolean isShared = oneProcess || TwinRoom.isRecorded(scenario);
        if (isShared && !(haproxy.isEmpty() && redis.isEmpty())) {
            throw new IllegalArgumentException((redis.isEmpty() ? "--haproxy" : "--redis")
                    + " needs processes of their own, so "
                    + (oneProcess ? "not --one-process" : "no traffic that is recorded in a file"));
        }
    }

    private void requireFitForHaproxy(Scenario scenario) {
        for (String balancer : haproxy) {
            String obstacle = TwinOptions.obstacleToHaproxy(scenario, balancer).orElse("");
            if (!obstacle.isEmpty()) {
                throw new IllegalArgumentException("HAProxy cannot take the place of " + balancer + ": " + obstacle);
            }
        }
        if (!haproxy.isEmpty() && !isOnPath("haproxy")) {
            throw new IllegalArgumentException("--haproxy needs haproxy on the PATH, but it was in none of "
                    + System.getenv("PATH") + "; apt install haproxy puts it into /usr/sbin");
        }
    }

    private void requireFitForRedis(Scenario scenario) {
        for (String component : redis) {
            TwinOptions.obstacleToRedis(scenario, component).ifPresent(obstacle -> {
                throw new IllegalArgumentException("Redis cannot hold the pages of " + component + ": " + obstacle);
            });
        }
        if (!redis.isEmpty()) {
            TwinOptions.obstacleToRedis().ifPresent(obstacle -> {
                throw new IllegalArgumentException("--redis needs a Redis that runs here, but " + obstacle);
            });
        }
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** HAProxy does what it does: a fault that only our own balancer could play would not take place. */
    private void requireAppliedToHaproxy(Scenario scenario, TwinTarget targets) {
        scenario.faults().forEach((name, fault) -> {
            boolean isOnIt = haproxy.stream().anyMatch(balancer -> (fault.on() + ".").startsWith(balancer + "."));
            if (isOnIt && fault.enabled() && !targets.outside().contains(name)) {
                throw new TwinException(
                        "fault " + name + " cannot be applied to HAProxy: "
                                + targets.places().get(name),
                        null);
            }
        });
    }

    /** Returns a scenario as both worlds play it. */
    private Scenario transformed(Scenario whole) {
        return Scaling.sample(scale, Compression.by(compress, whole));
    }

    /** Returns the scenario with what was measured of this machine. */
    private Scenario calibrated(Path overlay) {
        Target with = new Target();
        with.scenario = target.scenario;
        with.overlays = new ArrayList<>(target.overlays);
        with.overlays.add(overlay);
        with.variants = target.variants;
        with.sets = target.sets;
        LoadResult loaded = with.load();
        Scenario scenario = loaded.scenario();
        if (scenario == null) {
            throw new IllegalArgumentException("--calibrated " + overlay + " does not fit the scenario\n"
                    + DiagnosticPrinter.print(loaded.errors(), false));
        }
        return scenario;
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
        TwinOptions options =
                room.options(scenario, oneProcess).withHaproxy(haproxy).withRedis(redis);
        if (options.room() == null && !oneProcess) {
            say("note: all services share this process, as the traffic is recorded in a file that only it can read");
        }
        say("plays for " + Spans.text(scenario.clock().length()) + ", as fast as time goes, with "
                + scenario.system().components().size() + " services");
        busyness(forecast).ifPresent(this::say);
        try (Twin twin = Twin.start(scenario, load.in(room, files.file(""), options), this::say)) {
            TwinTarget targets = new TwinTarget(scenario, twin);
            requireAppliedToHaproxy(scenario, targets);
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
            twin.prepare(play);
            TimeLine line = new TimeLine(here, quiet, scenario.clock());
            Played played;
            ExitCode evidence;
            try (TwinFaults faults = TwinFaults.begin(here, scenario, targets, room, state, this::say)) {
                long start = faults.start();
                try {
                    played = twin.play(play, start, () -> here.interrupts().isWanted() || faults.isOver(), line::show);
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
            Rehearsed rehearsed = Rehearsed.of(scenario, forecast, book.figures(), played.result());
            return report(rehearsed, played, targets, loaded, files, started, evidence);
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
                played.behind(),
                Duration.ofNanos(played.lateNanos()),
                Duration.ofNanos(played.mostLateNanos()),
                played.load());
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
        texts.put(ReportFile.REPORT_HTML.fileName(), report.html(context));
        files.write(texts);
        String ending = "exit " + code.number() + ": " + code.meaning();
        here.out().print(report.tell(wall, ending, here.page(color)));
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
        if (oneProcess) {
            command.append(" --one-process");
        }
        load.appendTo(command);
        haproxy.forEach(balancer -> command.append(" --haproxy ").append(Shell.quoted(balancer)));
        redis.forEach(component -> command.append(" --redis ").append(Shell.quoted(component)));
        if (calibrated != null) {
            command.append(" --calibrated ").append(Shell.quoted(calibrated.toString()));
        }
        if (compress != 1) {
            command.append(" --compress ").append(compress);
        }
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
