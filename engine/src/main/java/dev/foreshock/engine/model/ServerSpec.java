package dev.foreshock.engine.model;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Idle;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.internal.parts.Server;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Workbench;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A server: workers behind a queue, first come, first served unless the discipline is another. A worker does the server's own work and, where that blocks,
 * holds on while the server's calls are answered.
 *
 * @param workers requests in service at a time, of each replica
 * @param replicas how many of it there are; requests go to those that are up
 * @param choose which replica a request goes to; in turn by default
 * @param work the server's own work for a request, at full speed
 * @param workFor the work for requests of some classes, in place of {@code work}
 * @param queue requests that may wait in each replica, or null for any number; those beyond are shed
 * @param memory what limits the requests in flight in each replica, or null for no limit
 * @param restart how it comes back after a crash
 * @param calls the calls it makes for a request once its own work is done
 * @param blocking whether a worker waits while they are answered; where workers are shared, none does
 * @param pageCache a cache of whole pages, or null for none
 * @param admit who is served, or null for everybody
 * @param discipline in which order requests are served
 * @param patience how long a request waits in the queue before it leaves with {@code TIMED_OUT}, or null for any time; one that has
 *     begun stays
 * @param codel sheds requests that waited too long, or null for none
 * @param fails the share of requests that end with an error once the server's own work is done; their calls are not made
 * @param failsFor the share for requests of some classes, in place of {@code fails}
 * @param contention what each request in flight in the replica, itself included, adds to the work of one that begins
 * @param breakdowns breakdowns of replicas by themselves, or null for none
 */
@Doc(
        "Workers behind a queue. A worker does the server's own work and, where it is blocking, holds on while the server's calls are answered.")
public record ServerSpec(
        @Relief(to = Relief.To.MOST, by = Influence.LIMIT, without = "There is a worker for every request.")
        @Doc("Requests in service at a time, of each replica.")
        @Scales(serves = true)
        @Range(min = 1, max = 1_000_000)
        int workers,

        @Doc("How many of it there are; requests go to those that are up.") @Default("1") @Range(min = 1, max = 10_000)
        int replicas,

        @Doc("Which replica that is up a request goes to.") @Default("round-robin")
        ChoiceSpec choose,

        @Doc("The server's own work for a request, at full speed.")
        TimeLaw work,

        @Doc("The work for requests of some classes, by name, in place of that for all.") @Names(Named.REQUEST)
        Map<String, TimeLaw> workFor,

        @Relief(
                to = Relief.To.NOTHING,
                by = Influence.LIMIT,
                without = "Any number of requests may wait: none is shed.")
        @Doc("Requests that may wait in each replica; any number, if left out. Those beyond are shed.")
        @Scales
        @Range(max = 1_000_000_000)
        @Nullable
        Integer queue,

        @Relief(
                to = Relief.To.NOTHING,
                by = Influence.LIMIT,
                without = "Any number of requests fits into its memory: it never crashes.")
        @Doc("What limits the requests in flight in each replica; nothing, if left out.")
        @Nullable
        MemorySpec memory,

        @Doc("How it comes back after a crash.") @Default("{}")
        RestartSpec restart,

        @Doc("The calls it makes for a request once its own work is done, by name.")
        Map<String, CallSpec> calls,

        @Doc(
                "Whether a worker waits while the calls are answered, as threads do (yes), or turns to other requests meanwhile, as event loops and "
                        + "coroutines do (no). Where workers are shared, none waits.")
        @Default("yes")
        boolean blocking,

        @Doc("A cache of whole pages; none, if left out.") @Nullable
        PageCacheSpec pageCache,

        @Relief(to = Relief.To.NOTHING, by = Influence.LIMIT, without = "Everybody is admitted.")
        @Doc("Who is served; everybody, if left out.")
        @Nullable
        AdmissionSpec admit,

        @Doc("In which order requests are served.") @Default("{}")
        DisciplineSpec discipline,

        @Relief(
                to = Relief.To.NOTHING,
                by = Influence.BEHAVIOR,
                without = "Requests wait in the queue as long as it takes.")
        @Doc("How long a request waits in the queue before it leaves; as long as it takes, if left out.")
        @Nullable
        TimeLaw patience,

        @Relief(to = Relief.To.NOTHING, by = Influence.LIMIT, without = "Nobody is shed for having waited long.")
        @Doc("Sheds requests that waited too long, when their turn comes; none, if left out.")
        @Nullable
        CodelSpec codel,

        @Relief(to = Relief.To.LEAST, by = Influence.BEHAVIOR, without = "None of its work fails.")
        @Doc("The share of requests that fail once the server's own work is done; their calls are not made.")
        @Default("0%")
        Percent fails,

        @Doc("The share for requests of some classes, by name, in place of that for all.") @Names(Named.REQUEST)
        Map<String, Percent> failsFor,

        @Relief(to = Relief.To.LEAST, by = Influence.LIMIT, without = "Requests in flight do not slow each other down.")
        @Doc("What each request in flight in the replica, itself included, adds to the work of one that begins.")
        @Default("0s")
        @Range
        Duration contention,

        @Relief(to = Relief.To.NOTHING, by = Influence.LIMIT, without = "It never breaks down.")
        @Doc("Breakdowns of replicas by themselves; none, if left out.")
        @Nullable
        BreakdownSpec breakdowns)
        implements ComponentSpec, Validated {
    /** Copies the maps. */
    public ServerSpec {
        workFor = java.util.Collections.unmodifiableMap(new TreeMap<>(workFor));
        calls = java.util.Collections.unmodifiableMap(new TreeMap<>(calls));
        failsFor = java.util.Collections.unmodifiableMap(new TreeMap<>(failsFor));
    }

    /** Returns a builder of a server with {@code workers} doing {@code work}, everything else at its default. */
    public static Builder of(int workers, TimeLaw work) {
        return new Builder(workers, work);
    }

    @Override
    public Component build(Workbench workbench) {
        return new Server(this, workbench);
    }

    @Override
    public boolean canCrash() {
        return memory != null;
    }

    @Override
    public List<Idle> idle() {
        return ServerIdle.of(this);
    }

    @Override
    public Sizing sizing() {
        return new ServerSizing(this);
    }

    @Override
    public void validate(Problems problems) {
        if (choose.by() == By.WEIGHTED) {
            problems.at("choose")
                    .at("by")
                    .add(Flaw.CONFLICT, "replicas must be chosen as equals, but 'by' was weighted", "use random");
        }
    }

    @Override
    public boolean suffers(ComponentEffect effect) {
        return true;
    }

    @Override
    public boolean understands(Action action) {
        return action instanceof Action.Restart
                || (action instanceof Action.Resize resize && Server.RESIZABLE.contains(resize.setting()))
                || (action instanceof Action.Assign change && takes(change));
    }

    private static boolean takes(Action.Assign change) {
        return switch (change.unit()) {
            case COUNT -> Server.COUNTS.contains(change.setting());
            case SHARE, RATE -> Server.ADMIT.equals(change.setting());
            case BYTES -> Server.MEMORY.equals(change.setting());
        };
    }

    @Override
    public String obstacle(Action action) {
        if (action instanceof Action.Assign change && change.unit() == Action.Assign.Unit.RATE && admit == null) {
            return "it has no rate of admission; give it one with admit, or let in a share, as in " + action.target()
                    + ".admit 25%";
        }
        boolean isMemory = (action instanceof Action.Assign change && change.unit() == Action.Assign.Unit.BYTES)
                || (action instanceof Action.Resize resize && resize.setting().equals("memory"));
        return isMemory && memory == null ? "nothing limits its memory; give it memory" : "";
    }

    /** Builds a server. */
    public static final class Builder {
        private final int workers;
        private final TimeLaw work;
        private final Map<String, CallSpec> calls = new TreeMap<>();
        private final Map<String, TimeLaw> workFor = new TreeMap<>();
        private boolean blocking = true;
        private int replicas = 1;
        private ChoiceSpec choose = ChoiceSpec.ROUND_ROBIN;
        private @Nullable Integer queue;
        private @Nullable MemorySpec memory;
        private RestartSpec restart = RestartSpec.PLAIN;
        private @Nullable PageCacheSpec pageCache;
        private @Nullable AdmissionSpec admit;
        private DisciplineSpec discipline = DisciplineSpec.FIFO;
        private @Nullable TimeLaw patience;
        private @Nullable CodelSpec codel;
        private Percent fails = new Percent(0);
        private final Map<String, Percent> failsFor = new TreeMap<>();
        private Duration contention = Duration.ZERO;
        private @Nullable BreakdownSpec breakdowns;

        private Builder(int workers, TimeLaw work) {
            this.workers = workers;
            this.work = work;
        }

        /** Sets how many of it there are; 1 by default. */
        public Builder replicas(int count) {
            replicas = count;
            return this;
        }

        /** Sets which replica a request goes to; in turn by default. */
        public Builder choose(ChoiceSpec how) {
            choose = how;
            return this;
        }

        /** Sets the work for requests of one class; that for all by default. */
        public Builder workFor(String requestClass, TimeLaw law) {
            workFor.put(requestClass, law);
            return this;
        }

        /** Limits the queue; unlimited by default. */
        public Builder queue(int length) {
            queue = length;
            return this;
        }

        /** Limits the memory; unlimited by default. */
        public Builder memory(MemorySpec limit) {
            memory = limit;
            return this;
        }

        /** Sets how it comes back after a crash; {@link RestartSpec#PLAIN} by default. */
        public Builder restart(RestartSpec how) {
            restart = how;
            return this;
        }

        /** Adds a call; none by default. */
        public Builder call(String name, CallSpec call) {
            calls.put(name, call);
            return this;
        }

        /** Has workers turn to other requests while the calls are answered; by default they wait. */
        public Builder nonBlocking() {
            blocking = false;
            return this;
        }

        /** Sets a page cache; none by default. */
        public Builder pageCache(PageCacheSpec cache) {
            pageCache = cache;
            return this;
        }

        /** Sets admission control; none by default. */
        public Builder admit(AdmissionSpec admission) {
            admit = admission;
            return this;
        }

        /** Sets the order of service; that of arrival by default. */
        public Builder discipline(DisciplineSpec order) {
            discipline = order;
            return this;
        }

        /** Sets how long requests wait in the queue; as long as it takes by default. */
        public Builder patience(TimeLaw law) {
            patience = law;
            return this;
        }

        /** Sheds requests that waited too long; none by default. */
        public Builder codel(CodelSpec limits) {
            codel = limits;
            return this;
        }

        /** Sets the share of requests that fail; none by default. */
        public Builder fails(Percent share) {
            fails = share;
            return this;
        }

        /** Sets the share of requests of one class that fail; that for all by default. */
        public Builder failsFor(String requestClass, Percent share) {
            failsFor.put(requestClass, share);
            return this;
        }

        /** Sets what each request in flight adds to the work; nothing by default. */
        public Builder contention(Duration each) {
            contention = each;
            return this;
        }

        /** Sets breakdowns; none by default. */
        public Builder breakdowns(BreakdownSpec how) {
            breakdowns = how;
            return this;
        }

        /** Returns the server. */
        public ServerSpec build() {
            return new ServerSpec(
                    workers,
                    replicas,
                    choose,
                    work,
                    workFor,
                    queue,
                    memory,
                    restart,
                    calls,
                    blocking,
                    pageCache,
                    admit,
                    discipline,
                    patience,
                    codel,
                    fails,
                    failsFor,
                    contention,
                    breakdowns);
        }
    }
}
