package dev.foreshock.cli.internal.calibrate;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.files.OutputDirectory;
import dev.foreshock.cli.internal.files.StateDirectory;
import dev.foreshock.cli.internal.language.Intake;
import dev.foreshock.cli.internal.options.RunFormat;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.options.Transformation;
import dev.foreshock.cli.internal.rehearse.Hindrances;
import dev.foreshock.cli.internal.rehearse.Machine;
import dev.foreshock.cli.internal.rehearse.PartsChoice;
import dev.foreshock.cli.internal.rehearse.RealParts;
import dev.foreshock.cli.internal.rehearse.TwinEnding;
import dev.foreshock.cli.internal.rehearse.TwinRoom;
import dev.foreshock.cli.internal.terminal.ColorMode;
import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.TimeLine;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Spans;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.MeasuredOn;
import dev.foreshock.simulated.HopCost;
import dev.foreshock.simulated.Twin;
import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.TwinOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Carries out {@code foreshock calibrate}: start the twin, warm it, send its users without faults, write down what hops cost.
 *
 * @param here where the command runs
 * @param target the scenario
 * @param parts whose programs its parts are, as a rehearsal would have them
 * @param warming how long to warm the twin at most
 * @param length how long to measure, at most as long as the scenario
 * @param seed the seed of the users
 * @param out the file to write
 * @param state where the twin's files are while it runs
 * @param quiet whether to show no progress
 */
record CalibrateJob(
        Surroundings here,
        Target target,
        PartsChoice parts,
        Duration warming,
        Duration length,
        long seed,
        Path out,
        StateDirectory state,
        boolean quiet) {
    private static final String CALIBRATED = "calibrated";

    ExitCode run() {
        return new Intake(here, target, "only a scenario can be calibrated", RunFormat.text, quiet, ColorMode.auto)
                .take(this::calibrate);
    }

    private ExitCode calibrate(Scenario scenario, LoadResult loaded) {
        Path file = here.directory().resolve(out).toAbsolutePath();
        Hindrances.Gathering hindrances = new Hindrances.Gathering();
        hindrances.misuse(noPlaceFor(file));
        hindrances.misuse(state.unwritable(here));
        hindrances.add(parts.hindrances(scenario));
        if (!hindrances.all().isNone()) {
            return hindrances.all().told(here, CALIBRATED);
        }
        OutputDirectory files = directoryFor(file);
        Path journals = state.writable(here);
        here.interrupts().mendsWhatIsBroken();
        try (TwinRoom room = TwinRoom.make(journals, target, new Transformation())) {
            Hindrances tried = parts.tried(scenario, room, this::say, here.interrupts()::isWanted);
            if (!tried.isNone()) {
                // A Ctrl-C reaches what is tried as well.
                return here.interrupts().isWanted() ? new TwinEnding(here).interrupted() : tried.told(here, CALIBRATED);
            }
            return onTwin(scenario, parts.system(scenario, room), files, file);
        } catch (InterruptedException e) {
            return new TwinEnding(here).interrupted();
        } catch (IOException | TwinException e) {
            return new TwinEnding(here).failed("nothing was measured", e);
        }
    }

    private ExitCode onTwin(Scenario scenario, TwinOptions options, OutputDirectory files, Path file)
            throws IOException, InterruptedException {
        try (Twin twin = Twin.start(scenario, options, this::say)) {
            twin.warm(seed, warming, here.interrupts()::isWanted);
            Duration clock = scenario.clock().length();
            Duration lasting = length.compareTo(clock) < 0 ? length : clock;
            say("measures for " + Spans.text(lasting));
            Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            TimeLine line = new TimeLine(here, quiet, "measured", lasting);
            Map<String, HopCost> hops;
            try {
                hops = twin.measure(seed, lasting, here.interrupts()::isWanted, line::show);
            } finally {
                line.clear();
            }
            CalibratedOverlay overlay = new CalibratedOverlay(scenario, hops);
            files.write(
                    Map.of(file.getFileName().toString(), overlay.text(measuredOn(scenario, options, at, lasting))));
            here.out().print(overlay.told());
            here.out().println("written: " + out);
            here.out().flush();
            return ExitCode.PASSED;
        }
    }

    /** What hops cost is true of this machine, of these parts, and for a while. */
    private MeasuredOn measuredOn(Scenario scenario, TwinOptions options, Instant at, Duration lasting) {
        Machine machine = Machine.here();
        return new MeasuredOn(
                at.toString(),
                lasting,
                scenario.name(),
                target.overlays.stream().map(Path::toString).toList(),
                target.variants,
                target.sets,
                machine.processors(),
                machine.jdk(),
                machine.os(),
                RealParts.of(scenario, options));
    }

    /** Looked for before anything is measured, lest that is lost; and what somebody else wrote is not written over. */
    private Optional<String> noPlaceFor(Path file) {
        try {
            if (Files.exists(file) && !CalibratedOverlay.isOne(file)) {
                return Optional.of("--out must be a new file, or an overlay that calibrate wrote, but was " + out
                        + ", which is something else; name another");
            }
            OutputDirectory.requireWritable(Objects.requireNonNull(file.getParent()));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(unwritable(e));
        }
    }

    private OutputDirectory directoryFor(Path file) {
        try {
            return OutputDirectory.at(Objects.requireNonNull(file.getParent()));
        } catch (IOException e) {
            throw new UsageException(unwritable(e));
        }
    }

    private String unwritable(IOException why) {
        return "--out must be a file that can be written, but was " + out + " (" + DiskWords.of(why) + ")";
    }

    private void say(String line) {
        if (!quiet) {
            here.err().println(line);
            here.err().flush();
        }
    }
}
