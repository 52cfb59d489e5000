package dev.foreshock.cli.internal.inject;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.files.StateDirectory;
import dev.foreshock.cli.internal.language.Intake;
import dev.foreshock.cli.internal.options.RunFormat;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.run.RunRequest;
import dev.foreshock.cli.internal.run.Runner;
import dev.foreshock.cli.internal.terminal.ColorMode;
import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.ProgressLine;
import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.targets.Environment;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.heal.Healing;
import dev.foreshock.faults.inject.Injection;
import dev.foreshock.faults.inject.Outcome;
import dev.foreshock.faults.inject.OwnServers;
import dev.foreshock.faults.plan.Plan;
import dev.foreshock.faults.plan.Planned;
import dev.foreshock.faults.plan.Planner;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.LoadedTarget;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Carries out {@code foreshock inject}: load both files, plan, show the plan, and inject where its hash is the reviewed one.
 *
 * @param here where the command runs
 * @param scenario the scenario
 * @param targetFile the target
 * @param reviewed the hash of the plan to carry out, or null to show one only
 * @param production the name of the target where it is said once more, or null
 * @param state where journals are
 */
record InjectJob(
        Surroundings here,
        Target scenario,
        Path targetFile,
        @Nullable String reviewed,
        @Nullable String production,
        StateDirectory state) {
    private static final int REPLICATIONS = 4;

    ExitCode run() {
        return new Intake(here, scenario, "only a scenario has faults to inject", RunFormat.text, false, ColorMode.auto)
                .take((read, loaded) -> onTarget(read));
    }

    private ExitCode onTarget(Scenario read) {
        LoadedTarget loaded =
                ScenarioLoader.standard().target(Source.file(here.directory().resolve(targetFile)));
        here.err().print(DiagnosticPrinter.print(loaded.diagnostics(), here.wantsColorOnErr(ColorMode.auto)));
        TargetSpec target = loaded.target();
        String name = loaded.name();
        if (target == null || name == null) {
            here.err().println("foreshock: " + targetFile + " is invalid, so nothing was touched");
            return ExitCode.INVALID;
        }
        if (target.environment() == Environment.PRODUCTION && !name.equals(production)) {
            here.err()
                    .println("foreshock: " + name
                            + " is production, so nothing was touched; if it is meant, say --production "
                            + Shell.quoted(name));
            return ExitCode.INVALID;
        }
        state.readable(here);
        OwnServers own;
        try {
            own = OwnServers.start(target, here.err()::println);
        } catch (IllegalStateException e) {
            here.err().println("foreshock: " + e.getMessage() + "; nothing was touched");
            return ExitCode.INVALID;
        }
        try (own) {
            return onServers(read, name, target);
        }
    }

    private ExitCode onServers(Scenario read, String name, TargetSpec target) {
        Planned planned = Planner.plan(read, name, target, ToxiproxyControl.USUAL_PATIENCE);
        if (planned instanceof Planned.Refused refused) {
            here.err()
                    .println("foreshock: " + read.name() + " cannot be injected on " + name
                            + ", so nothing was touched");
            refused.reasons().forEach(reason -> here.err().println("  " + reason));
            hintAtUnfinishedRuns();
            return ExitCode.INVALID;
        }
        Plan plan = ((Planned.Possible) planned).plan();
        return reviewed == null ? show(plan, read) : inject(plan, reviewed);
    }

    /** What a killed run left may be what is in the way. */
    private void hintAtUnfinishedRuns() {
        try {
            List<String> unfinished =
                    Healing.in(state.in(here), ToxiproxyControl.USUAL_PATIENCE).unfinished();
            if (!unfinished.isEmpty()) {
                here.err()
                        .println("  there are runs that are not finished (" + String.join(", ", unfinished)
                                + "); undo what they left with: " + here.command() + " heal" + state.again());
            }
        } catch (IOException e) {
            here.err().println("  the journals cannot be read either: " + DiskWords.of(e));
        }
    }

    private ExitCode show(Plan plan, Scenario read) {
        here.out().print(PlanText.of(plan));
        Path killSwitch = state.in(here).resolve(Injection.KILL_SWITCH);
        if (Files.exists(killSwitch)) {
            here.out()
                    .println("note: the kill switch " + killSwitch + " is there, so no run begins until it is cleared: "
                            + here.command() + " stop --clear REASON" + state.again());
        }
        here.out().flush();
        try {
            expect(read);
        } catch (StoppedException e) {
            return here.interrupted(true);
        } catch (InvalidScenarioException e) {
            here.err().println("foreshock: " + e.getMessage());
            return ExitCode.INVALID;
        }
        StringBuilder command = new StringBuilder(here.command() + " inject " + Shell.quoted(scenario.scenario));
        scenario.appendTo(command);
        command.append(" --target ").append(Shell.quoted(targetFile.toString())).append(state.again());
        if (production != null) {
            command.append(" --production ").append(Shell.quoted(production));
        }
        here.out().println("plan " + plan.hash() + "; nothing was touched. To carry it out:");
        here.out().println("  " + command + " --plan " + plan.hash());
        here.out().flush();
        return ExitCode.PASSED;
    }

    /** Says what the model thinks will come of it. */
    private void expect(Scenario read) {
        RunSet runs = new Runner(
                        here,
                        ProgressLine.Style.of(here, false, false),
                        RunOptions.DEFAULT_SEED,
                        REPLICATIONS,
                        RunRequest.defaultThreads(REPLICATIONS))
                .run(Simulation.of(Planner.applied(read, fault -> true)), JudgedBy.GATES, 1);
        here.out().println("the simulator expects, in " + REPLICATIONS + " replications of the whole scenario:");
        for (Judgement gate : runs.gates()) {
            here.out()
                    .println("  gate " + gate.name() + " (" + gate.claim().wants() + "): "
                            + gate.verdict().name().toLowerCase(Locale.ROOT));
        }
        if (runs.gates().isEmpty()) {
            here.out().println("  nothing: the scenario has no gates");
        }
    }

    private ExitCode inject(Plan plan, String wanted) {
        if (!plan.hash().equals(wanted)) {
            here.err()
                    .println(
                            "foreshock: the plan is no longer the one that was reviewed, so nothing was touched: it was "
                                    + wanted + " and is " + plan.hash() + "; review it again with --dry-run");
            return ExitCode.INVALID;
        }
        Path journals = state.writable(here);
        here.interrupts().mendsWhatIsBroken();
        Outcome outcome = new Injection(plan, journals, here.interrupts()::isWanted, line -> {
                    here.out().println(line);
                    here.out().flush();
                })
                .run();
        return told(outcome);
    }

    private ExitCode told(Outcome outcome) {
        if (!outcome.reason().isEmpty()) {
            here.err().println("foreshock: " + word(outcome.kind()) + ": " + outcome.reason());
        }
        ExitCode code = switch (outcome.kind()) {
            case DONE -> ExitCode.PASSED;
            case UNMET, UNTOUCHED -> ExitCode.INCONCLUSIVE;
            case UNFIT -> ExitCode.INVALID;
            case STOPPED -> ExitCode.ABORTED;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
        };
        if (outcome.healed() == null) {
            here.out().println("nothing was injected");
            here.out().flush();
            return code;
        }
        here.out().print(HealedText.undone(outcome.healed()));
        here.out().flush();
        if (outcome.isLeft()) {
            here.err()
                    .print("foreshock: "
                            + HealedText.headline(outcome.healed(), here.command() + " heal" + state.again()) + "\n"
                            + HealedText.left(outcome.healed()));
            here.err().flush();
            return ExitCode.ROLLBACK_INCOMPLETE.or(code);
        }
        return code;
    }

    private static String word(Outcome.Kind kind) {
        return switch (kind) {
            case DONE -> "done";
            case UNTOUCHED -> "inconclusive";
            case UNMET -> "not all is well, so nothing was injected";
            case UNFIT -> "nothing was injected";
            case STOPPED -> "stopped";
            case INTERRUPTED -> "ended";
        };
    }
}
