package dev.foreshock.engine.reference;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.FormerNames;
import dev.foreshock.engine.model.OpaqueSpec;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.result.Users;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** One replication of a scenario, interpreted. Things are set up in the order of the names that their draws go by. */
final class Interpreter {
    private static final long BETWEEN_READINGS = 10_000_000_000L;

    final Scenario scenario;
    final FormerNames names;
    final Agenda agenda = new Agenda();
    final Diary diary = new Diary(agenda);
    final Probe probe;
    final Draw draw;
    final Exchange exchange;
    final Staff staff;
    final List<Lookout> lookouts = new ArrayList<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, PulsePart> pulses = new TreeMap<>();
    private final Map<String, Mishap> mishaps = new TreeMap<>();

    /** By what they are known as: component and call, or the users who come in that way. */
    final Map<String, List<Way>> ways = new TreeMap<>();

    private final List<Visitors> visitors = new ArrayList<>();
    private final List<Surge> surges = new ArrayList<>();

    private Interpreter(Scenario scenario, long seed, int replication, Probe probe) {
        this.scenario = scenario;
        this.probe = probe;
        names = scenario.formerNames();
        draw = new Draw(new Streams(seed, replication));
        exchange = new Exchange(agenda, draw, probe);
        FormerNames.inOrder(scenario.system().components(), names::component)
                .forEach((name, spec) -> parts.put(name, partOf(name, spec)));
        parts.values().forEach(part -> part.connect(this));
        staff = new Staff(this);
        FormerNames.inOrder(scenario.monitors(), names::monitor).forEach((name, spec) -> {
            if (spec.enabled()) {
                lookouts.add(new Lookout(name, spec, this));
            }
        });
        FormerNames.inOrder(scenario.users(), names::users).forEach((name, spec) -> {
            if (scenario.traffic().containsKey(name)) {
                Forecast forecast = new Forecast(scenario.traffic().get(name), scenario.clock());
                visitors.add(new Visitors(name, spec, forecast, this));
            }
        });
        visitors.forEach(each -> surges.add(new Surge(each, diary)));
    }

    /** Interprets one replication of {@code scenario} and tells what there was to see. */
    static Story tell(Scenario scenario, long seed, int replication) {
        Story.Recorder recorder = new Story.Recorder();
        Interpreter interpreter = new Interpreter(scenario, seed, replication, recorder);
        interpreter.run();
        interpreter.visitors.forEach(Visitors::close);
        long users = 0;
        long affected = 0;
        for (Visitors each : interpreter.visitors) {
            users += each.users().total();
            affected += each.users().affected();
        }
        return recorder.story(interpreter.diary.entries, new Users(users, affected));
    }

    private Part partOf(String name, ComponentSpec spec) {
        if (spec instanceof ServerSpec server) {
            return new ServerPart(name, server, this);
        } else if (spec instanceof DatabaseSpec database) {
            return new DatabasePart(name, database, this);
        } else if (spec instanceof BalancerSpec balancer) {
            return new BalancerPart(name, balancer, this);
        } else if (spec instanceof QueueSpec queue) {
            return new QueuePart(name, queue, this);
        } else if (spec instanceof OpaqueSpec opaque) {
            return new OpaquePart(name, opaque, this);
        }
        throw new IllegalArgumentException("the interpreter must know every kind of component, but had " + spec);
    }

    Part part(String name) {
        return Objects.requireNonNull(parts.get(name));
    }

    /** Carries out what somebody does, which the entry {@code cause} explains. */
    void act(Action action, int cause) {
        if (!(action instanceof Action.End)) {
            part(action.target()).act(action, cause);
        } else if (mishaps.containsKey(action.target())) {
            mishaps.get(action.target()).end(cause);
        } else {
            Mishap.endNothing(action.target(), scenario.faults().get(action.target()), this, cause);
        }
    }

    /** Makes the way of shallow checks of a component. */
    Way wayToPulse(String known, String called, CallSpec call, String of) {
        PulsePart pulse = pulses.computeIfAbsent(of, name -> new PulsePart(part(name), this));
        Way way = new Way(called, call, pulse, draw);
        ways.computeIfAbsent(known, key -> new ArrayList<>()).add(way);
        return way;
    }

    /** Lets those who check a component know, should it answer now. */
    void look(String component) {
        if (pulses.containsKey(component)) {
            pulses.get(component).look();
        }
    }

    /** Makes the way of a call that is known as {@code known}, and whose draws go by {@code called}. */
    Way way(String known, String called, CallSpec call, String to) {
        Way way = new Way(called, call, part(to), draw);
        int dot = known.lastIndexOf('.');
        if (dot > 0 && parts.containsKey(known.substring(0, dot))) {
            String who = known.substring(0, dot);
            way.restraints.turns = (event, text) -> diary.add(
                    event, who, who, who + text.replace("CALL", known.substring(dot + 1)), diary.faultUnderWay(to));
        }
        ways.computeIfAbsent(known, key -> new ArrayList<>()).add(way);
        return way;
    }

    private void run() {
        long end = scenario.clock().lengthNanos();
        visitors.forEach(Visitors::open);
        lookouts.forEach(Lookout::open);
        FormerNames.inOrder(scenario.faults(), names::fault).forEach((name, spec) -> {
            if (spec.enabled()) {
                Mishap mishap = new Mishap(name, spec, this);
                mishaps.put(name, mishap);
                mishap.plan();
            }
        });
        for (long at = 0; at < end; ) {
            long next = Math.min(at + BETWEEN_READINGS, end);
            agenda.runUntil(next);
            surges.forEach(surge -> surge.look(next));
            at = next;
        }
    }

    /** Returns how many users have come so far with their first request at {@code component}. */
    long cameTo(String component) {
        return visitors.stream().mapToLong(each -> each.came(component)).sum();
    }

    /** Returns how many users, or requests, of the usual traffic come to {@code component} per second now. */
    double usual(String component, boolean requests) {
        double sum = 0;
        for (Visitors each : visitors) {
            sum += each.usual(component, requests, agenda.now());
        }
        return sum;
    }
}
