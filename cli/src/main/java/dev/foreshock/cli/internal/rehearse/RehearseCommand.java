package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.internal.files.StateDirectory;
import dev.foreshock.cli.internal.options.Changes;
import dev.foreshock.cli.internal.options.LibraryNames;
import dev.foreshock.cli.internal.options.Showing;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.options.Transformation;
import dev.foreshock.cli.internal.run.RunCommand;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code foreshock rehearse}: plays a scenario with real processes, beside what was predicted. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Starts the modelled system as real processes on loopback, sends the modelled users, injects the modelled faults and lets the modelled people act; then lays what was observed beside what the simulator predicted before.",
        footer = {
            "",
            "It takes as long as the scenario lasts, and some seconds to start and warm. Ctrl-C undoes everything. Faults are applied where they are most real: by a proxy, by a signal, or else in the service itself.",
            "",
            "Exit codes: those of run, judged by the gates on the one execution; 6 the rehearsal was stopped, 7 something injected may still be active."
        })
public final class RehearseCommand implements Callable<Integer> {
    private static final int MOST_REPLICATIONS = 10_000;

    private final Surroundings here;

    @Parameters(
            arity = "0..1",
            paramLabel = Target.LABEL,
            completionCandidates = LibraryNames.class,
            description = "A scenario of the library, or a file: a path, or a name that ends in .yaml.")
    private String scenario = "";

    @Mixin
    private Changes changes = new Changes();

    @Option(
            names = "--down",
            description =
                    "Rehearse nothing: end what killed rehearsals left, their processes and files. One that is under way is left alone.")
    private boolean down;

    @Option(
            names = "--replications",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many replications the prediction rests on. Default: ${DEFAULT-VALUE}.")
    private int replications;

    @Option(
            names = "--calibrated",
            paramLabel = "FILE",
            description =
                    "An overlay that foreshock calibrate wrote of this scenario: the prediction is made with it. The twin is what it is.")
    private @Nullable Path calibrated;

    @Option(
            names = "--one-process",
            description =
                    "Have all services in this process: sooner there, and for systems of many components. Crashes and pauses are applied inside them then.")
    private boolean oneProcess;

    @Mixin
    private LoadChoice load = new LoadChoice();

    @Mixin
    private HaproxyChoice haproxy = new HaproxyChoice();

    @Mixin
    private WithChoice with = new WithChoice();

    @Mixin
    private RedisChoice redis = new RedisChoice();

    @Mixin
    private Transformation transformation = new Transformation();

    @Mixin
    private WarmChoice warm = new WarmChoice();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1177",
            description = "The seed; the users are those that the simulator has with it. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where forecast.json, rehearsal.json and the files of a run go. Default: runs/<scenario>-rehearsed, with --variant runs/<scenario>-<variant>-rehearsed.")
    private @Nullable Path out;

    @Mixin
    private StateDirectory state = new StateDirectory();

    @Mixin
    private Showing showing = new Showing();

    public RehearseCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        if (down == !scenario.isEmpty()) {
            throw new UsageException("rehearse needs either a scenario or --down");
        } else if (down) {
            return new TwinRooms(here, state.readable(here)).down().number();
        }
        RunCommand.requireAtLeastOne("--replications", replications);
        if (replications > MOST_REPLICATIONS) {
            throw new UsageException(
                    "--replications must be at most " + MOST_REPLICATIONS + ", but was " + replications);
        }
        PartsChoice parts = new PartsChoice(oneProcess, load, with, haproxy, redis);
        parts.requireBuilt();
        return new RehearseJob(
                        here,
                        target(),
                        calibrated,
                        parts,
                        replications,
                        transformation,
                        warm.most,
                        seed,
                        out,
                        state,
                        showing.quiet,
                        showing.color)
                .run()
                .number();
    }

    private Target target() {
        Target target = new Target();
        target.scenario = scenario;
        target.overlays = changes.overlays;
        target.variants = changes.variants;
        target.sets = changes.sets;
        return target;
    }
}
