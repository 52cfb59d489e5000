package dev.foreshock.engine.reference;

import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.AdmissionSpec.By;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A server: admits requests and hands them to those of its replicas that are up. */
final class ServerPart extends Part {
    final ServerSpec spec;
    final RepairCrews crews;
    private final boolean old;
    private final List<ReplicaPart> replicas = new ArrayList<>();
    private final Choosing choosing;
    private final Busyness busyness = new Busyness();
    private final Set<Long> admitted = new HashSet<>();
    Errands errands;
    private double share = 1;
    private double rate;
    private double tokens;
    private long tokensAt;
    private long arrivals;
    private long turns;
    private int nextBroken;

    ServerPart(String name, ServerSpec spec, Interpreter world) {
        super(name, world);
        this.spec = spec;
        old = world.scenario.semantics() == Semantics.V2026_1;
        crews = new RepairCrews(spec.breakdowns());
        choosing = new Choosing(spec.choose(), spec.replicas());
        for (int i = 0; i < spec.replicas(); i++) {
            replicas.add(new ReplicaPart(this, i));
        }
        rate = spec.admit() == null ? 0 : spec.admit().rate().perSecond();
        tokens = spec.admit() == null ? 0 : mostTokens(spec.admit());
        then(() -> {});
    }

    @Override
    void connect(Interpreter world) {
        errands = new Errands(this, spec.calls(), world);
    }

    long nextArrival() {
        return arrivals++;
    }

    long nextTurn() {
        return turns++;
    }

    /** Does something, and counts what is in flight and busy afterwards. */
    void then(Runnable what) {
        what.run();
        int busy = 0;
        long workers = 0;
        for (ReplicaPart replica : replicas) {
            busy += replica.busy();
            workers += old || replica.health.isUp() ? replica.workers : 0;
            choosing.inFlight(replica.number, replica.holding(), agenda.now());
        }
        busyness.set(workers, busy, agenda.now());
    }

    @Override
    void arrive(Request request) {
        ReplicaPart replica = choose(request);
        if (replica == null) {
            exchange.respond(request, Outcome.REFUSED);
        } else if (admits(request)) {
            request.replica = replica.number;
            then(() -> replica.take(request));
        } else {
            exchange.respond(request, Outcome.SHED);
        }
    }

    private ReplicaPart choose(Request request) {
        List<Integer> up = replicas.stream()
                .filter(replica -> replica.health.isUp())
                .map(replica -> replica.number)
                .toList();
        long bits = KeyedRandom.key(draw.stream(stream("choice of replica")), request.key);
        int chosen = choosing.choose(up, bits, agenda.now());
        return chosen >= 0 ? replicas.get(chosen) : nextThatKeeps();
    }

    /** Returns the next in turn that is broken and keeps who comes until it is repaired; null if there is none. */
    private ReplicaPart nextThatKeeps() {
        for (int i = 0; i < replicas.size(); i++) {
            ReplicaPart replica = replicas.get(nextBroken);
            nextBroken = (nextBroken + 1) % replicas.size();
            if (replica.health.accepts()) {
                return replica;
            }
        }
        return null;
    }

    private double mostTokens(AdmissionSpec admit) {
        return Math.max(1, perSecond(admit) * admit.burst().toNanos() / 1e9);
    }

    private double perSecond(AdmissionSpec admit) {
        return admit.per() == AdmissionSpec.Per.REPLICA ? rate * spec.replicas() : rate;
    }

    /** Tokens that dripped in since the last look, up to the most there can be. */
    private void drip(AdmissionSpec admit) {
        double perNano = perSecond(admit) / 1e9;
        tokens = Math.min(mostTokens(admit), tokens + (agenda.now() - tokensAt) * perNano);
        tokensAt = agenda.now();
    }

    private boolean admits(Request request) {
        AdmissionSpec admit = spec.admit();
        if (draw.uniform(stream("admission"), request.session) >= share) {
            return false;
        }
        if (admit == null || (admit.by() == By.SESSION && admitted.contains(request.session))) {
            return true;
        }
        drip(admit);
        if (tokens < 1) {
            return false;
        }
        tokens--;
        admitted.add(request.session);
        return true;
    }

    double work(Request request) {
        TimeLaw law = spec.workFor().getOrDefault(request.kind, spec.work());
        return draw.time(law, stream("work"), request.key);
    }

    boolean fails(Request request) {
        double share = spec.failsFor().getOrDefault(request.kind, spec.fails()).share();
        return draw.uniform(stream("failure"), request.key) < share;
    }

    /** Draws what page a request asks for: that of the first try, but under the first version of the semantics. */
    double pageDraw(Request request) {
        return draw.uniform(stream("page"), old ? request.key : request.wish);
    }

    @Override
    void cancelled(Request request) {
        Job job = (Job) request.note;
        then(() -> job.replica.end(job, Outcome.CANCELLED));
    }

    @Override
    void act(Action action, int cause) {
        int entry = note(Event.ACTED, action.toString(), cause);
        then(() -> {
            if (action instanceof Action.Resize resize) {
                replicas.forEach(replica ->
                        replica.resize(resize.setting(), resize.factor().factor()));
            } else if (action instanceof Action.Assign change) {
                assign(change);
            } else {
                restart(entry);
            }
        });
    }

    private void assign(Action.Assign change) {
        switch (change.unit()) {
            case SHARE -> share = change.number();
            case RATE -> {
                drip(spec.admit());
                rate = change.number();
                tokens = Math.min(tokens, mostTokens(spec.admit()));
            }
            default -> replicas.forEach(replica -> replica.assign(change.setting(), change.number()));
        }
    }

    /** Starts those that are down; where all are up, stops and starts all of them. */
    private void restart(int entry) {
        boolean all = replicas.stream().allMatch(replica -> replica.health.isUp());
        List<ReplicaPart> those = replicas.stream()
                .filter(replica -> all || !replica.health.isUp())
                .toList();
        those.forEach(replica -> replica.health.restart(entry));
    }

    @Override
    void faultBegins(String fault, ComponentEffect effect, boolean lasts, int cause) {
        struck(effect).forEach(replica -> then(() -> replica.health.faultBegins(fault, effect, lasts, cause)));
    }

    @Override
    void faultEnds(String fault, ComponentEffect effect, int cause) {
        struck(effect).forEach(replica -> then(() -> replica.health.faultEnds(fault, effect, cause)));
    }

    private List<ReplicaPart> struck(ComponentEffect effect) {
        return effect.replicas() == null ? replicas : replicas.subList(0, effect.replicas());
    }

    @Override
    int holding() {
        return replicas.stream().mapToInt(ReplicaPart::holding).sum();
    }

    @Override
    boolean stands() {
        return up() > 0 && replicas.stream().allMatch(replica -> !replica.health.isUp() || replica.health.stands());
    }

    @Override
    double up() {
        return (double) replicas.stream()
                        .filter(replica -> replica.health.isUp())
                        .count()
                / replicas.size();
    }

    @Override
    Busyness busyness() {
        busyness.advance(agenda.now());
        return busyness;
    }
}
