package dev.foreshock.cli.internal.whatif;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.files.Digest;
import dev.foreshock.cli.internal.findings.StepSummaryFile;
import dev.foreshock.cli.internal.language.Intake;
import dev.foreshock.cli.internal.options.BudgetConverter;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.rehearse.PredictedScenario;
import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.ProgressLine;
import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.engine.Compression;
import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.Scaling;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.cause.Attribution;
import dev.foreshock.engine.cause.Why;
import dev.foreshock.engine.cause.WhyPlan;
import dev.foreshock.engine.describe.Printable;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.reports.Calibrated;
import dev.foreshock.reports.Origin;
import dev.foreshock.reports.PastRun;
import dev.foreshock.reports.RehearsalReport;
import dev.foreshock.reports.StepSummary;
import dev.foreshock.reports.TerminalWhy;
import dev.foreshock.reports.WhyContext;
import dev.foreshock.reports.WhyFile;
import dev.foreshock.scenarios.LoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out {@code foreshock why}: load a scenario, or what a run was of; rerun it minus each cause; report. */
final class WhyJob {

    private final Surroundings here;
    private final WhyRequest request;

    WhyJob(Surroundings here, WhyRequest request) {
        this.here = here;
        this.request = request;
    }

    ExitCode run() {
        Target target = request.target();
        Path given = here.directory().resolve(target.scenario);
        try {
            PastRun past = Files.isDirectory(given) ? past(given) : null;
            Calibrated predicted = past != null && past.isRehearsal() ? predictedWith(given) : null;
            if (past != null) {
                again(past.origin(), predicted, target);
            }
            return new Intake(
                            here,
                            target,
                            "only a scenario has an impact to explain",
                            request.format(),
                            request.quiet(),
                            request.color())
                    .take((scenario, loaded) -> ask(scenario, loaded, past, predicted));
        } catch (StoppedException e) {
            return here.interrupted(false);
        } catch (IOException e) {
            here.err()
                    .println("foreshock: " + target.scenario
                            + " must hold the run.json of a run, but it cannot be read ("
                            + DiskWords.of(e) + ")");
            return ExitCode.INVALID;
        } catch (IllegalArgumentException e) { // no run.json, no such cause, or what cannot be run
            here.err().println("foreshock: " + e.getMessage());
            return ExitCode.INVALID;
        }
    }

    private static PastRun past(Path directory) throws IOException {
        return PastRun.read(Files.readString(directory.resolve("run.json")));
    }

    /** Returns what a rehearsal was predicted with that was measured before; null if that was the scenario alone. */
    private static @Nullable Calibrated predictedWith(Path directory) {
        Path file = directory.resolve(RehearsalReport.FILE_NAME);
        try {
            return Calibrated.read(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file
                            + " must say what the rehearsal was predicted with, but cannot be read ("
                            + DiskWords.of(e) + "); rehearse it again",
                    e);
        }
    }

    /** Makes {@code target} what a run was of; what this command changes comes after what the run changed. */
    private void again(Origin origin, @Nullable Calibrated predicted, Target target) {
        Path file = Path.of(origin.directory()).resolve(origin.scenario());
        target.scenario = Files.exists(file) ? file.toString() : origin.scenario();
        List<Path> overlays = new ArrayList<>();
        origin.overlays()
                .forEach(name -> overlays.add(Path.of(origin.directory()).resolve(name)));
        if (predicted != null) {
            overlays.add(unchanged(predicted, origin));
        }
        target.overlays = joined(overlays, target.overlays);
        target.variants = joined(origin.variants(), target.variants);
        target.sets = joined(origin.sets(), target.sets);
        request.without().causes = joined(origin.without(), request.without().causes);
    }

    /** With another overlay, or without, what is explained would be something else than what was predicted. */
    private static Path unchanged(Calibrated predicted, Origin origin) {
        Path file = Path.of(origin.directory()).resolve(predicted.file());
        String trouble;
        try {
            boolean isKnown = predicted.sha256().isEmpty() || Digest.of(file).equals(predicted.sha256());
            trouble = isKnown ? "" : "has changed since";
        } catch (IOException e) {
            trouble = "cannot be read any more (" + DiskWords.of(e) + ")";
        }
        if (!trouble.isEmpty()) {
            throw new IllegalArgumentException("what the rehearsal was predicted with must be as it was, but "
                    + Printable.of(predicted.file()) + " " + trouble
                    + "; put it back, or name the scenario in place of the directory to have it explained without");
        }
        return file;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private ExitCode ask(Scenario written, LoadResult loaded, @Nullable PastRun past, @Nullable Calibrated predicted) {
        Scenario whole = request.without().from(written);
        Scenario played = past == null
                ? whole
                : Scaling.by(past.scale(), Compression.by(past.origin().compress(), whole));
        Scenario scenario = past != null && past.isRehearsal() ? PredictedScenario.of(played) : played;
        Long asked = request.seed();
        long seed = asked != null ? asked : past == null ? RunOptions.DEFAULT_SEED : past.seed();
        long started = System.nanoTime();
        Attribution attribution = ask(scenario, seed);
        Duration wall = Duration.ofNanos(System.nanoTime() - started);
        if (past != null && past.isRehearsal()) {
            here.err()
                    .println("note: the run was a rehearsal; what is explained is its simulation"
                            + (predicted == null ? "" : ", " + Printable.of(predicted.text()))
                            + (scenario.equals(played)
                                    ? ""
                                    : ", in which a proxy lets go of what it holds when its fault ends"));
        } else if (past != null && seed == past.seed()) {
            compare(attribution, past);
        }
        WhyContext context = new WhyContext(
                here.command() + " run " + Shell.quoted(request.target().scenario), request.without().causes, wall);
        switch (request.format()) {
            case json -> here.out().print(WhyFile.WHY_JSON.render(attribution, request.without().causes));
            case text -> here.out().print(TerminalWhy.tell(attribution, context, here.page(request.color())));
            case github ->
                new StepSummaryFile(here)
                        .write(
                                List.of(),
                                loaded,
                                attribution.isStopped()
                                        ? "interrupted; the summary of the step says what was known by then"
                                        : "the summary of the step says why",
                                most -> StepSummary.of(attribution, context, most));
        }
        here.out().flush();
        if (attribution.isStopped()) {
            return here.interrupted(true);
        }
        return ExitCode.PASSED;
    }

    private Attribution ask(Scenario scenario, long seed) {
        here.interrupts().keepsWhatIsKnown();
        return CompareProgress.during(
                here,
                ProgressLine.Style.of(here, request.quiet(), request.json()),
                request.threads(),
                (executor, watcher) -> Why.ask(
                        scenario,
                        new WhyPlan(
                                seed,
                                request.replications(),
                                BudgetConverter.events(request.budget()),
                                request.threads(),
                                executor),
                        watcher));
    }

    /** Warns where what is rerun is not what was run: a file or Foreshock changed since. */
    private void compare(Attribution attribution, PastRun past) {
        List<String> now =
                attribution.checksums().stream().map(PastRun::checksum).toList();
        int both = Math.min(now.size(), past.checksums().size());
        if (!now.subList(0, both).equals(past.checksums().subList(0, both))) {
            here.err().println("note: the run cannot be repeated as it was: its file, or Foreshock, has changed since");
        }
    }
}
