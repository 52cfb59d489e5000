package dev.foreshock.cli.internal.calibrate;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.files.OutputDirectory;
import dev.foreshock.cli.internal.files.StateDirectory;
import dev.foreshock.cli.internal.language.Intake;
import dev.foreshock.cli.internal.options.RunFormat;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.options.Transformation;
import dev.foreshock.cli.internal.rehearse.HaproxyChoice;
import dev.foreshock.cli.internal.rehearse.TwinEnding;
import dev.foreshock.cli.internal.rehearse.TwinRoom;
import dev.foreshock.cli.internal.terminal.ColorMode;
import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Spans;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.simulated.HopCost;
import dev.foreshock.simulated.Twin;
import dev.foreshock.simulated.TwinException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Carries out {@code foreshock calibrate}: start the twin, warm it, send its users without faults, write down what hops cost.
 *
 * @param here where the command runs
 * @param target the scenario
 * @param haproxy the balancers in whose place there is HAProxy
 * @param warming how long to warm the twin at most
 * @param length how long to measure
 * @param seed the seed of the users
 * @param out the file to write
 * @param state where the twin's files are while it runs
 * @param quiet whether to show no progress
 */
record CalibrateJob(
        Surroundings here,
        Target target,
        HaproxyChoice haproxy,
        Duration warming,
        Duration length,
        long seed,
        Path out,
        StateDirectory state,
        boolean quiet) {
    ExitCode run() {
        return new Intake(here, target, "only a scenario can be calibrated", RunFormat.text, quiet, ColorMode.auto)
                .take(this::calibrate);
    }

    private ExitCode calibrate(Scenario scenario, LoadResult loaded) {
        Path file = here.directory().resolve(out).toAbsolutePath();
        OutputDirectory files = directoryFor(file);
        try {
            haproxy.requireFit(scenario);
            if (TwinRoom.sharesProcess(scenario, false)) {
                haproxy.refuseSharedProcess("no traffic that is recorded in a file");
            }
        } catch (IllegalArgumentException e) {
            here.err().println("foreshock: " + e.getMessage());
            return ExitCode.INVALID;
        }
        here.interrupts().mendsWhatIsBroken();
        try (TwinRoom room = TwinRoom.make(state.in(here), target, new Transformation());
                Twin twin = Twin.start(scenario, haproxy.in(room.options(scenario, false)), this::say)) {
            twin.warm(seed, warming, here.interrupts()::isWanted);
            Duration clock = scenario.clock().length();
            Duration measured = length.compareTo(clock) < 0 ? length : clock;
            say("measures for " + Spans.text(measured));
            Map<String, HopCost> hops = twin.measure(seed, measured, here.interrupts()::isWanted, now -> {});
            CalibratedOverlay overlay = new CalibratedOverlay(scenario, hops);
            files.write(Map.of(file.getFileName().toString(), overlay.text(measured)));
            here.out().print(overlay.told());
            here.out().println("written: " + out);
            here.out().flush();
            return ExitCode.PASSED;
        } catch (InterruptedException e) {
            return new TwinEnding(here).interrupted();
        } catch (IOException | TwinException e) {
            return new TwinEnding(here).failed("nothing was measured", e);
        }
    }

    /** Before anything is measured, lest that is lost; and what somebody else wrote is not written over. */
    private OutputDirectory directoryFor(Path file) {
        try {
            if (Files.exists(file) && !CalibratedOverlay.isOne(file)) {
                throw new UsageException("--out must be a new file, or an overlay that calibrate wrote, but was " + out
                        + ", which is something else; name another");
            }
            return OutputDirectory.at(Objects.requireNonNull(file.getParent()));
        } catch (IOException e) {
            throw new UsageException(
                    "--out must be a file that can be written, but was " + out + " (" + DiskWords.of(e) + ")");
        }
    }

    private void say(String line) {
        if (!quiet) {
            here.err().println(line);
            here.err().flush();
        }
    }
}
