package dev.foreshock.engine.reference;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.EjectionSpec;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.call.HealthCheckSpec.Depth;
import dev.foreshock.engine.call.HealthCheckSpec.From;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.BalancerSpec.NoneLeft;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Says which targets of a balancer are well: checks them, and ejects those whose calls fail in a row. */
final class Watchman {
    private final BalancerPart balancer;
    private final BalancerSpec spec;
    private final List<Watched> targets = new ArrayList<>();
    private boolean panicked;

    /** What is known of one target. */
    private static final class Watched {
        final String name;
        Way way;
        String stream;
        long checks;
        boolean well = true;
        boolean ejected;
        int rowOfChecks;
        int rowOfCalls;
        long times;
        long backSince;
        int entry = Diary.NO_CAUSE;

        Watched(String name) {
            this.name = name;
        }
    }

    Watchman(BalancerPart balancer, BalancerSpec spec, List<String> names) {
        this.balancer = balancer;
        this.spec = spec;
        names.forEach(name -> targets.add(new Watched(name)));
    }

    void connect(Interpreter world) {
        HealthCheckSpec check = spec.check();
        if (check == null) {
            return;
        }
        LinkSpec link = spec.link();
        CallSpec call = CallSpec.plain()
                .within(check.within())
                .over(new LinkSpec(link.latency(), null, link.connect(), Duration.ZERO));
        for (Watched target : targets) {
            target.stream = balancer.stream(world.names.call(balancer.name, target.name, call) + " check");
            target.way = check.depth() == Depth.DEEP
                    ? world.way(balancer.name + "." + target.name, target.stream, call, target.name)
                    : world.wayToPulse(
                            balancer.name + "." + target.name, target.stream, call.cancelling(), target.name);
            double phase = balancer.draw.uniform(
                    balancer.stream("check phase"), Streams.hash(world.names.component(target.name)));
            balancer.agenda.at((long) (phase * check.every().toNanos()), () -> check(target));
        }
    }

    private void check(Watched target) {
        if (spec.check().from() == From.BEGIN) {
            balancer.agenda.after(spec.check().every().toNanos(), () -> check(target));
        }
        long key = KeyedRandom.key(balancer.draw.stream(target.stream), target.checks++);
        long session = Streams.hash(target.stream) << 32 | Long.MIN_VALUE;
        balancer.exchange.callByUser(target.way, key, key, session, "", outcome -> checked(target, outcome));
    }

    private void checked(Watched target, Outcome outcome) {
        if (spec.check().from() == From.END) {
            balancer.agenda.after(spec.check().every().toNanos(), () -> check(target));
        }
        boolean good = outcome == Outcome.OK;
        target.rowOfChecks = good == target.well ? 0 : target.rowOfChecks + 1;
        int needed = target.well ? spec.check().downAfter() : spec.check().upAfter();
        if (target.rowOfChecks < needed) {
            return;
        }
        target.rowOfChecks = 0;
        target.well = good;
        if (good) {
            note(
                    target,
                    Event.TARGET_BACK,
                    "takes " + target.name + " back: " + row(needed, "check") + " went well",
                    target.entry);
        } else {
            note(
                    target,
                    Event.TARGET_OUT,
                    "takes " + target.name + " out: " + row(needed, "check") + " failed, the last " + how(outcome),
                    balancer.diary.faultUnderWay(target.name));
        }
        settle();
    }

    /** A call to a target has ended. */
    void ended(int which, Outcome outcome) {
        EjectionSpec eject = spec.eject();
        Watched target = targets.get(which);
        if (eject == null || outcome == Outcome.CANCELLED || target.ejected) {
            return;
        }
        target.rowOfCalls = outcome == Outcome.OK ? 0 : target.rowOfCalls + 1;
        long out = IntStream.range(0, targets.size())
                .filter(each -> balancer.wants(each) && targets.get(each).ejected)
                .count();
        long wanted = IntStream.range(0, targets.size()).filter(balancer::wants).count();
        double most = Math.max(1, Math.floor(wanted * eject.atMost().share() + 1e-9));
        if (target.rowOfCalls < eject.after() || out + 1 > Math.min(most, wanted - 1.0)) {
            return;
        }
        long now = balancer.agenda.now();
        long first = eject.lasts().toNanos();
        target.times = 1 + Math.max(0, target.times - (now - target.backSince) / first);
        Duration lasts =
                Duration.ofNanos(Math.min(target.times * first, eject.longest().toNanos()));
        if (target.times > eject.longest().toNanos() / first) {
            lasts = eject.longest();
        }
        target.ejected = true;
        note(
                target,
                Event.TARGET_OUT,
                "ejects " + target.name + " for " + Spans.text(lasts) + ": " + row(eject.after(), "call")
                        + " failed, the last " + how(outcome),
                balancer.diary.faultUnderWay(target.name));
        balancer.agenda.after(lasts.toNanos(), () -> back(target));
        settle();
    }

    private void back(Watched target) {
        target.ejected = false;
        target.rowOfCalls = 0;
        target.backSince = balancer.agenda.now();
        note(target, Event.TARGET_BACK, "takes " + target.name + " back: it was ejected long enough", target.entry);
        settle();
    }

    private static String row(int count, String what) {
        return count == 1 ? "a " + what : count + " " + what + "s in a row";
    }

    private static String how(Outcome outcome) {
        return switch (outcome) {
            case TIMED_OUT -> "without an answer in time";
            case REFUSED -> "refused";
            case RESET -> "by a reset";
            case SHED -> "turned away";
            default -> "with an error";
        };
    }

    private void note(Watched target, Event event, String text, int cause) {
        target.entry = balancer.note(event, balancer.name + " " + text, cause);
    }

    private void settle() {
        if (panics() != panicked) {
            panicked = !panicked;
            balancer.note(
                    Event.NOTED,
                    balancer.name
                            + (panicked
                                    ? " sends calls to all its targets: too few of them are well"
                                    : " sends calls to those that are well again"),
                    Diary.NO_CAUSE);
        }
        balancer.changed();
    }

    private boolean isGood(int which) {
        Watched target = targets.get(which);
        return balancer.wants(which) && target.well && !target.ejected;
    }

    private boolean panics() {
        int wanted = 0;
        int good = 0;
        for (int i = 0; i < targets.size(); i++) {
            wanted += balancer.wants(i) ? 1 : 0;
            good += isGood(i) ? 1 : 0;
        }
        return spec.noneLeft() == NoneLeft.TRY_ALL
                && good < wanted
                && good <= spec.panicAt().share() * wanted;
    }

    /** Tells whether a target takes calls. */
    boolean takes(int which) {
        return panics() ? balancer.wants(which) : isGood(which);
    }
}
