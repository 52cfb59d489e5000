package dev.foreshock.cli.internal.inject;

import dev.foreshock.engine.describe.Printable;
import dev.foreshock.engine.unit.Spans;
import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.plan.Plan;
import dev.foreshock.faults.plan.PlannedFault;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.undo.Change;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan, for whoever reviews it. */
final class PlanText {
    private PlanText() {}

    static String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "plan for " + plan.scenario() + " on " + plan.target() + " ("
                        + plan.spec().environment().name().toLowerCase(Locale.ROOT) + "), " + Spans.text(plan.length())
                        + " from the first fault to the end of the last");
        plan.before()
                .forEach(before -> line(
                        text,
                        "touches: " + before.server() + ", "
                                + before.proxies().stream().map(PlanText::proxy).collect(Collectors.joining(", "))));
        if (plan.connections() < LeaseTerms.ALL) {
            line(text, "touches at most " + plan.connections() + " connections: the server lets all others pass");
        }
        plan.processes().forEach(process -> line(text, "touches: " + process.text() + started(process)));
        if (!plan.before().isEmpty()) {
            line(text, "first, and undone last, on each server: a disabled proxy that keeps other runs away");
        }
        plan.before()
                .forEach(before -> call(text, plan.fenceCall(before), new Change.Fence(before.server(), plan.run())));
        for (PlannedFault fault : plan.faults()) {
            line(
                    text,
                    Spans.text(fault.fromNanos()) + " to " + Spans.text(fault.toNanos()) + "  " + fault.name() + ": "
                            + fault.text());
            fault.reach().forEach(reach -> line(text, "  strikes: " + reach));
            if (plan.connections() < LeaseTerms.ALL) {
                line(text, "  of these at most " + plan.connections() + " in the whole run");
            }
            fault.notes().forEach(note -> line(text, "  note: " + note));
            fault.changes().forEach(change -> call(text, plan.call(fault, change), change));
            line(text, "  stands at most " + Spans.text(plan.life(fault)) + ", whoever asks for more");
        }
        line(
                text,
                "stops and undoes everything when one of these is not well: "
                        + String.join(", ", plan.spec().probes().keySet()));
        afterLoss(text, plan);
        return text.toString();
    }

    private static void afterLoss(StringBuilder text, Plan plan) {
        String longest = "stays broken at most " + Spans.text(plan.longestAfterLoss())
                + " after foreshock is killed or hangs: the lease of "
                + Spans.text(plan.spec().lease());
        if (plan.unleased().isEmpty()) {
            line(text, longest + ", which the servers keep, and a moment; also if its guard is killed with it");
        } else {
            line(text, longest + " and the time of the calls that undo");
            line(
                    text,
                    "  but until foreshock heal is run, if its guard is killed with it, as nothing else mends: "
                            + String.join(", ", plan.unleased()));
        }
    }

    /** When it was started, for people; what it is known by is more exact, and says nothing to them. */
    private static String started(OwnedProcess process) {
        return ProcessHandle.of(process.identity().pid())
                .flatMap(running -> running.info().startInstant())
                .map(instant -> ", started at " + instant.truncatedTo(ChronoUnit.SECONDS))
                .orElse("");
    }

    private static String proxy(ProxyState proxy) {
        return "proxy '" + proxy.name() + "' (" + proxy.listen() + " to " + proxy.upstream() + ")";
    }

    private static void call(StringBuilder text, String call, Change change) {
        line(text, "  does:   " + change.place() + ' ' + call);
        line(text, "  undoes: " + change.inverse().byHand());
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.lines(line)).append('\n');
    }
}
