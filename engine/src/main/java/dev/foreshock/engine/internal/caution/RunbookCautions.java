package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.describe.Caution.Kind;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.people.StepRef.Ending;
import dev.foreshock.engine.people.StepSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds steps of the runbook that can never start. Works up from nothing: a step can start if the steps before it can have
 * ended as it wants, and what it needs can be known. A monitor that is switched off may be switched on, so it counts.
 */
public final class RunbookCautions {
    private final Map<String, StepSpec> runbook;
    private final Set<String> facts = new HashSet<>();
    private final Set<String> starts = new HashSet<>();
    private final Set<String> skipped = new HashSet<>();

    private RunbookCautions(View view) {
        runbook = view.scenario.runbook();
        view.scenario.monitors().values().stream()
                .filter(RunbookCautions::pages)
                .forEach(monitor -> facts.addAll(monitor.tells()));
        while (runbook.keySet().stream().map(this::advances).reduce(false, Boolean::logicalOr)) {
            // until nothing more can start
        }
    }

    private static boolean pages(MonitorSpec monitor) {
        return !monitor.pages().isEmpty();
    }

    /** Adds what it finds. */
    public static void find(View view, List<Caution> found) {
        if (view.scenario.runbook().isEmpty()) {
            return;
        }
        if (view.scenario.monitors().values().stream().noneMatch(RunbookCautions::pages)) {
            found.add(new Caution(
                    Kind.STEP_CANNOT_START,
                    "runbook",
                    "no monitor pages anybody, so no step of the runbook ever starts",
                    "let an alert page a responder"));
            return;
        }
        RunbookCautions rule = new RunbookCautions(view);
        rule.runbook.forEach((name, step) -> {
            if (!rule.starts.contains(name)) {
                found.add(rule.caution(name, step));
            }
        });
    }

    private boolean advances(String name) {
        StepSpec step = runbook.get(name);
        if (step == null || !step.after().stream().allMatch(this::canHaveEnded) || contradicts(step)) {
            return false;
        }
        boolean changed = step.skipIf().stream().anyMatch(facts::contains) && skipped.add(name);
        if (step.needs().stream().noneMatch(step.skipIf()::contains) && facts.containsAll(step.needs())) {
            changed |= starts.add(name);
            changed |= facts.addAll(step.gives());
        }
        return changed;
    }

    private boolean canHaveEnded(StepRef ref) {
        return switch (ref.ending()) {
            case DONE -> starts.contains(ref.step()) || skipped.contains(ref.step());
            case WORKED -> starts.contains(ref.step());
            case FAILED -> starts.contains(ref.step()) && canFail(ref);
        };
    }

    private boolean canFail(StepRef ref) {
        StepSpec step = runbook.get(ref.step());
        return step != null && step.workedIf() != null;
    }

    private static boolean contradicts(StepSpec step) {
        return step.after().stream()
                .anyMatch(ref -> ref.ending() == Ending.WORKED && step.after().contains(StepRef.failed(ref.step())));
    }

    private Caution caution(String name, StepSpec step) {
        String path = "runbook." + name;
        String never = "'" + name + "' can never start: ";
        String both = step.needs().stream()
                .filter(step.skipIf()::contains)
                .findFirst()
                .orElse(null);
        if (both != null) {
            return new Caution(
                    Kind.STEP_CANNOT_START,
                    path + ".skip-if",
                    never + "it needs '" + both + "', and is skipped if that is known",
                    "take it out of one of the two");
        }
        if (contradicts(step)) {
            return new Caution(
                    Kind.STEP_CANNOT_START,
                    path + ".after",
                    never + "a step before it would have to work and to fail",
                    "write two steps");
        }
        StepRef hopeless = hopeless(step);
        if (hopeless != null) {
            boolean cannotFail = hopeless.ending() == Ending.FAILED && !canFail(hopeless);
            String why = cannotFail
                    ? "'" + hopeless.step() + "' has no 'worked-if' and is taken to work, so it never fails"
                    : "'" + hopeless.step() + "', which comes before it, never does";
            String help = cannotFail ? "give '" + hopeless.step() + "' a worked-if, or wait for its end only" : "";
            return new Caution(Kind.STEP_CANNOT_START, path + ".after", never + why, help)
                    .explainedAt("runbook." + hopeless.step(), "the step before it");
        }
        String fact = step.needs().stream()
                .filter(need -> !facts.contains(need))
                .findFirst()
                .orElse("");
        return new Caution(
                Kind.STEP_CANNOT_START,
                path + ".needs",
                never + "nobody can ever find '" + fact + "'",
                "only a step that can start gives it, or a monitor that pages somebody tells it");
    }

    private @Nullable StepRef hopeless(StepSpec step) {
        return step.after().stream()
                .filter(ref -> !canHaveEnded(ref))
                .findFirst()
                .orElse(null);
    }
}
