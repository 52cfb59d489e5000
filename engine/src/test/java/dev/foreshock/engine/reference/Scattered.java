package dev.foreshock.engine.reference;

import dev.foreshock.engine.live.Behind;
import dev.foreshock.engine.live.Beyond;
import dev.foreshock.engine.live.ComponentPart;
import dev.foreshock.engine.live.Hop;
import dev.foreshock.engine.live.Part;
import dev.foreshock.engine.live.PartOptions;
import dev.foreshock.engine.live.PartReport;
import dev.foreshock.engine.live.UsersPart;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.reference.Story.Sight;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RunResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Runs a scenario as parts, each component one and the users one, on a common virtual clock with nothing between them. */
final class Scattered {
    private static final String USERS = "";

    private final Map<String, Part> parts = new TreeMap<>();
    private final Map<String, Long> due = new HashMap<>();
    private final ArrayDeque<Message> messages = new ArrayDeque<>();
    private final List<Sight> sights = new ArrayList<>();
    private final Map<Long, Sender> senders = new HashMap<>();
    private final Scenario scenario;
    private long looks;
    private long now;
    private long lastTicket;

    /** Who sent a call, to whom, and under which ticket. */
    private record Sender(String from, String to, long ticket) {}

    /** Something on its way to a part. */
    private record Message(String to, Consumer<Part> what) {}

    private Scattered(Scenario scenario, long seed, int replication, boolean pagesElsewhere) {
        this.scenario = scenario;
        for (String name : scenario.system().components().keySet()) {
            PartOptions options = PartOptions.of(seed, replication).seenBy(new Eye(name));
            parts.put(
                    name,
                    ComponentPart.of(scenario, name, options, new Wires(name), pagesElsewhere ? pagesOf(name) : null));
        }
        PartOptions options = PartOptions.of(seed, replication).seenBy(new Eye(USERS));
        parts.put(USERS, UsersPart.of(scenario, options, new Wires(USERS)));
    }

    private @Nullable Behind pagesOf(String name) {
        return scenario.system().components().get(name) instanceof ServerSpec server
                        && server.pageCache() != null
                        && server.replicas() == 1
                ? new Elsewhere(name, server.pageCache())
                : null;
    }

    /** Returns what is seen of a run, calls as their callers see them. */
    static Story tell(Scenario scenario, long seed, int replication) {
        return new Scattered(scenario, seed, replication, false).tell();
    }

    /**
     * Returns what is seen of a run in which pages are kept outside of the parts, by what says at once whether one is there.
     *
     * @param looked told how often a page was looked for
     */
    static Story tellWithPagesElsewhere(Scenario scenario, long seed, LongConsumer looked) {
        Scattered scattered = new Scattered(scenario, seed, 0, true);
        Story story = scattered.tell();
        looked.accept(scattered.looks);
        return story;
    }

    private Story tell() {
        RunResult result = run();
        return new Story(sights, result.journal().entries(), result.users());
    }

    /** Returns the result of a run. */
    static RunResult result(Scenario scenario, long seed, int replication) {
        return new Scattered(scenario, seed, replication, false).run();
    }

    private RunResult run() {
        long end = scenario.clock().lengthNanos();
        parts.keySet().forEach(name -> due.put(name, 0L));
        while (now < end) {
            long next = Math.min(
                    end, due.values().stream().mapToLong(Long::longValue).min().orElse(end));
            now = Math.max(now, next);
            parts.keySet().forEach(this::advance);
            while (!messages.isEmpty()) {
                deliver();
            }
        }
        List<PartReport> reports = new ArrayList<>();
        parts.forEach((name, part) -> {
            if (part instanceof ComponentPart component) {
                reports.add(component.report());
            }
        });
        return users().close(reports);
    }

    /** Brings everybody what is under way before anybody goes on, as one queue of events would. */
    private void deliver() {
        List<Message> round = List.copyOf(messages);
        messages.clear();
        Set<String> reached = new TreeSet<>();
        round.forEach(message -> reached.add(message.to));
        reached.forEach(name -> part(name).advance(now));
        round.forEach(message -> message.what.accept(part(message.to)));
        reached.forEach(this::touch);
    }

    private UsersPart users() {
        return (UsersPart) part(USERS);
    }

    private Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new IllegalStateException("no part " + name);
        }
        return part;
    }

    private void advance(String name) {
        if (due.getOrDefault(name, 0L) <= now) {
            if (name.equals(USERS)) {
                parts.forEach((other, part) -> {
                    if (part instanceof ComponentPart) {
                        touch(other);
                        users().observe(other, part.scrape());
                    }
                });
            }
            touch(name);
        }
    }

    private void touch(String name) {
        due.put(name, part(name).advance(now));
    }

    /** What a part hands over reaches the other at once. */
    private final class Wires implements Beyond {
        private final String from;

        Wires(String from) {
            this.from = from;
        }

        @Override
        public void send(long ticket, Hop hop) {
            long there = ++lastTicket;
            senders.put(there, new Sender(from, hop.to(), ticket));
            messages.add(new Message(hop.to(), to -> ((ComponentPart) to).arrive(there, hop)));
        }

        @Override
        public void stop(long ticket) {
            senders.forEach((there, sender) -> {
                if (sender.from.equals(from) && sender.ticket == ticket) {
                    messages.add(new Message(sender.to, to -> ((ComponentPart) to).stop(there)));
                }
            });
        }

        @Override
        public void answer(long ticket, Outcome outcome) {
            Sender sender = senders.remove(ticket);
            if (sender != null) {
                messages.add(new Message(sender.from, to -> to.answered(sender.ticket, outcome)));
            }
        }

        @Override
        public void act(Action action) {
            if (action instanceof Action.End) {
                scenario.system()
                        .components()
                        .keySet()
                        .forEach(name -> messages.add(new Message(name, to -> ((ComponentPart) to).act(action))));
            } else {
                messages.add(new Message(action.target(), to -> ((ComponentPart) to).act(action)));
            }
        }
    }

    /** Keeps the pages of a component, and needs no time to say which it has. */
    private final class Elsewhere implements dev.foreshock.engine.live.Pages {
        private final String component;
        private final Pages pages;

        Elsewhere(String component, PageCacheSpec spec) {
            this.component = component;
            pages = new Pages(spec);
        }

        @Override
        public void look(long ticket, int page) {
            looks++;
            Look look = pages.fresh(page, now) ? Look.THERE : Look.ABSENT;
            messages.add(new Message(component, to -> ((ComponentPart) to).looked(ticket, look)));
        }

        @Override
        public void keep(int page, long ttlNanos) {
            pages.store(page, now);
        }

        @Override
        public void lost() {
            pages.clear();
        }

        @Override
        public long patienceNanos() {
            return 1_000_000_000;
        }
    }

    /** Sees the calls that a part makes, and how its own component works: calls are seen as their callers see them. */
    private final class Eye extends Story.Recorder {
        private final String part;

        Eye(String part) {
            super(sights);
            this.part = part;
        }

        @Override
        public void arrived(String component, String request, long key, long nowNanos) {
            if (!component.equals(part)) {
                super.arrived(component, request, key, nowNanos);
            }
        }

        @Override
        public void answered(
                String component, String request, long key, Outcome outcome, long insideNanos, long nowNanos) {
            if (!component.equals(part)) {
                super.answered(component, request, key, outcome, insideNanos, nowNanos);
            }
        }
    }
}
