package dev.foreshock.engine.reference;

import dev.foreshock.engine.arrival.ArrivalProcess;
import dev.foreshock.engine.arrival.ArrivalSpec;
import dev.foreshock.engine.arrival.ArrivalSpec.Brood;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.model.Definitions;
import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.Users;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A class of users, each of whom comes, looks at pages, refreshes after failures, and leaves. */
final class Visitors {
    /** A user who is there. */
    private static final class Visit {
        final int user;
        final boolean stays;
        int pages;
        int page;
        int refreshes;
        int choice;
        long clicked;
        long sent;
        boolean waits;
        boolean counts;
        boolean affected;

        Visit(int user, boolean stays) {
            this.user = user;
            this.stays = stays;
        }
    }

    final String name;
    final Forecast forecast;
    private final String identity;
    private final UsersSpec spec;
    private final Interpreter world;
    private final Draw draw;
    private final List<Map.Entry<String, RequestSpec>> kinds;
    private final Map<String, Way> ways = new HashMap<>();
    private final Map<String, Long> came = new HashMap<>();
    private final ArrivalProcess process;
    private final List<Visit> present = new ArrayList<>();
    private final Clock clock;
    private final Definitions define;
    private double position;
    private long counted;
    private long affected;
    private int drawn;
    private int users;

    Visitors(String name, UsersSpec spec, Forecast forecast, Interpreter world) {
        this.name = name;
        this.spec = spec;
        this.forecast = forecast;
        this.world = world;
        draw = world.draw;
        clock = world.scenario.clock();
        define = world.scenario.define();
        identity = world.names.users(name);
        kinds = new ArrayList<>(spec.visit().requests().entrySet());
        CallSpec call = CallSpec.plain().within(spec.patience()).over(spec.link());
        spec.entries().forEach(entry -> ways.put(entry, world.way("users." + name, identity, call, entry)));
        ArrivalSpec how = spec.arrivals();
        process = how == null
                ? (at, user, traffic) -> at + draw.exponential(stream("arrivals"), user)
                : how.process(purpose -> draw.stream(stream(purpose)), draw.random);
    }

    private String stream(String purpose) {
        return identity + " " + purpose;
    }

    private long now() {
        return world.agenda.now();
    }

    /** Seats those who are there from the start, and waits for the first to come. */
    void open() {
        for (int i = 0; spec.resident() != null && i < spec.resident(); i++) {
            Visit visit = new Visit(users++, true);
            present.add(visit);
            thinks(visit);
        }
        waitForNext();
    }

    private void waitForNext() {
        position = process.next(position, drawn++, forecast::by);
        long when = forecast.when(position);
        if (when >= 0) {
            world.agenda.at(Math.max(now(), when), () -> {
                waitForNext();
                comes();
            });
        }
    }

    private void comes() {
        Visit visit = new Visit(users++, false);
        present.add(visit);
        visit.pages = draw.count(spec.visit().pages(), stream("pages"), visit.user);
        Brood brood = spec.arrivals() == null ? null : spec.arrivals().brood();
        if (brood != null) {
            brings(visit.user, brood);
        }
        clicks(visit);
        came.merge(entry(visit), 1L, Long::sum);
    }

    /** Those whom a user brings: as many as exponential times fit into their mean number. */
    private void brings(int user, Brood brood) {
        KeyedRandom random = draw.random;
        double sum = random.at(draw.stream(stream("brought")), KeyedRandom.key(user, 0))
                .exponential();
        for (int i = 1; sum < brood.each(); i++) {
            long after = draw.time(brood.after(), stream("brought"), KeyedRandom.key(user, i));
            world.agenda.after(after, this::comes);
            sum += random.exponential();
        }
    }

    private void clicks(Visit visit) {
        visit.refreshes = 0;
        visit.clicked = now();
        double[] shares = kinds.stream()
                .mapToDouble(kind -> kind.getValue().share().share())
                .toArray();
        visit.choice = kinds.isEmpty()
                ? -1
                : Draw.weighted(shares, draw.uniform(stream("request"), KeyedRandom.key(visit.user, visit.page)));
        sends(visit);
    }

    private String kind(Visit visit) {
        return visit.choice < 0 ? "" : kinds.get(visit.choice).getKey();
    }

    private String entry(Visit visit) {
        return visit.choice < 0
                ? spec.enters()
                : spec.entry(kinds.get(visit.choice).getValue());
    }

    private long session(Visit visit) {
        return (Streams.hash(identity) << 32) | visit.user;
    }

    private long key(Visit visit, int refresh) {
        return KeyedRandom.key(session(visit), visit.page, refresh);
    }

    private void sends(Visit visit) {
        visit.sent = now();
        visit.waits = true;
        Window window = define.population();
        visit.counts |=
                window == null || (now() >= clock.nanosAt(window.from()) && now() < clock.nanosAt(window.until()));
        long key = key(visit, visit.refreshes);
        world.probe.sent(name, kind(visit), key, now());
        world.exchange.callByUser(ways.get(entry(visit)), key, key(visit, 0), session(visit), kind(visit), outcome -> {
            world.probe.ended(name, kind(visit), key, outcome, now() - visit.sent, now());
            visit.waits = false;
            if (outcome == Outcome.OK) {
                saw(visit);
            } else {
                failed(visit, key);
            }
        });
    }

    private boolean tookLong(Visit visit) {
        return now() - visit.clicked > define.affected().toNanos();
    }

    private void saw(Visit visit) {
        visit.affected |= tookLong(visit);
        if (visit.stays || visit.page + 1 < visit.pages) {
            thinks(visit);
        } else {
            leaves(visit);
        }
    }

    private void leaves(Visit visit) {
        present.remove(visit);
        counted += visit.counts ? 1 : 0;
        affected += visit.counts && visit.affected ? 1 : 0;
    }

    /** The run is over: who still waits for a page, or will refresh it, and has for long, is affected. */
    void close() {
        for (Visit visit : List.copyOf(present)) {
            visit.affected |= (visit.waits || visit.refreshes > 0) && tookLong(visit);
            leaves(visit);
        }
    }

    /** Returns the users who count, and those of them who were affected. */
    Users users() {
        return new Users(counted, affected);
    }

    /** Will click on the next page. */
    private void thinks(Visit visit) {
        long key = KeyedRandom.key(visit.user, visit.page);
        visit.page++;
        visit.refreshes = 0;
        world.agenda.after(draw.time(spec.visit().think(), stream("think"), key), () -> clicks(visit));
    }

    private void failed(Visit visit, long key) {
        boolean again = visit.refreshes < spec.afterFailure().givesUpAfter()
                && draw.uniform(stream("refresh"), key)
                        < spec.afterFailure().refresh().share();
        if (again) {
            visit.refreshes++;
            world.agenda.after(draw.time(spec.afterFailure().pause(), stream("wait"), key), () -> sends(visit));
        } else {
            visit.affected = true;
            if (visit.stays) {
                thinks(visit);
            } else {
                leaves(visit);
            }
        }
    }

    /** Returns how many have come so far with their first request at {@code component}. */
    long came(String component) {
        return came.getOrDefault(component, 0L);
    }

    /** Returns how many users, or requests, of the usual traffic come to {@code component} per second. */
    double usual(String component, boolean requests, long now) {
        double share = kinds.isEmpty() && spec.enters().equals(component) ? 1 : 0;
        for (Map.Entry<String, RequestSpec> kind : kinds) {
            boolean there = spec.entry(kind.getValue()).equals(component);
            share += there ? kind.getValue().share().share() : 0;
        }
        double multiplies = spec.arrivals() == null ? 1 : spec.arrivals().multiplies();
        double users = forecast.usualPerSecond(now) * multiplies * share;
        return requests ? users * spec.visit().pages().mean() : users;
    }
}
