package dev.foreshock.cli.internal.whatif;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.language.Intake;
import dev.foreshock.cli.internal.options.BudgetConverter;
import dev.foreshock.cli.internal.options.RunFormat;
import dev.foreshock.cli.internal.terminal.ProgressLine;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.limit.Bottleneck;
import dev.foreshock.engine.limit.BreakingPoints;
import dev.foreshock.engine.limit.LimitPlan;
import dev.foreshock.engine.limit.LimitStep;
import dev.foreshock.engine.limit.Limits;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.reports.LimitReport;
import java.time.Duration;
import java.util.Locale;

/** Carries out {@code foreshock limit}: load, search, report. */
final class LimitJob {
    private final Surroundings here;
    private final LimitRequest request;

    LimitJob(Surroundings here, LimitRequest request) {
        this.here = here;
        this.request = request;
    }

    ExitCode run() {
        return new Intake(
                        here,
                        request.target(),
                        "only a scenario has limits to be found",
                        RunFormat.text,
                        request.quiet(),
                        request.color())
                .take((scenario, loaded) -> run(scenario));
    }

    private ExitCode run(Scenario scenario) {
        long started = System.nanoTime();
        try {
            Limits limits = find(scenario);
            report(limits, Duration.ofNanos(System.nanoTime() - started));
            if (limits.isStopped()) {
                return here.interrupted(true);
            }
            return limits.unfinished() == null || !limits.steps().isEmpty() ? ExitCode.PASSED : ExitCode.INCONCLUSIVE;
        } catch (StoppedException e) {
            return here.interrupted(false);
        } catch (InvalidScenarioException e) {
            here.err().println("foreshock: " + e.getMessage());
            return ExitCode.INVALID;
        }
    }

    private Limits find(Scenario scenario) {
        here.interrupts().keepsWhatIsKnown();
        return CompareProgress.during(
                here,
                ProgressLine.Style.of(here, request.quiet(), request.json()),
                request.threads(),
                (executor, watcher) -> BreakingPoints.find(
                        scenario,
                        new LimitPlan(
                                request.grow(),
                                request.seed(),
                                request.replications(),
                                request.steps(),
                                request.precision(),
                                BudgetConverter.events(request.budget()),
                                request.threads(),
                                executor),
                        watcher));
    }

    private void report(Limits limits, Duration wall) {
        if (request.json()) {
            here.out().print(LimitReport.json(limits));
        } else if (request.quiet()) {
            limits.steps().forEach(step -> here.out().println(brief(step)));
            if (limits.unfinished() != null) {
                here.out().println("unfinished: " + (limits.isStopped() ? "interrupted" : "the budget was spent"));
            }
        } else {
            here.out().print(LimitReport.tell(limits, wall, here.page(request.color())));
        }
        here.out().flush();
    }

    private static String brief(LimitStep step) {
        Bottleneck bottleneck = step.bottleneck();
        return step.factor() == null
                ? step.outcome().name().toLowerCase(Locale.ROOT)
                : LimitReport.factor(step.factor().value()) + " "
                        + (bottleneck == null ? "no-limit" : bottleneck.limit());
    }
}
