package dev.foreshock.engine.model;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.internal.parts.Server;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Workbench;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A server: workers behind a first-come-first-served queue. A worker does the server's own work and holds on while the
 * server's calls are answered.
 *
 * @param workers requests in service at a time, of each replica
 * @param replicas how many of it there are; requests go to those that are up, in turn
 * @param work the server's own work for a request, at full speed
 * @param workFor the work for requests of some classes, in place of {@code work}
 * @param queue requests that may wait in each replica, or null for any number; those beyond are shed
 * @param memory what limits the requests in flight in each replica, or null for no limit
 * @param restart how it comes back after a crash
 * @param calls the calls it makes for a request once its own work is done
 * @param pageCache a cache of whole pages, or null for none
 * @param admit who is served, or null for everybody
 */
@Doc("Workers behind a queue. A worker does the server's own work and holds on while the server's calls are answered.")
public record ServerSpec(
        @Relief(to = Relief.To.MOST, by = Influence.LIMIT, without = "There is a worker for every request.")
        @Doc("Requests in service at a time, of each replica.")
        @Scales(serves = true)
        @Range(min = 1, max = 1_000_000)
        int workers,

        @Doc("How many of it there are; requests go to those that are up, in turn.")
        @Default("1")
        @Range(min = 1, max = 10_000)
        int replicas,

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
        @Range
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

        @Doc("A cache of whole pages; none, if left out.") @Nullable
        PageCacheSpec pageCache,

        @Relief(to = Relief.To.NOTHING, by = Influence.LIMIT, without = "Everybody is admitted.")
        @Doc("Who is served; everybody, if left out.")
        @Nullable
        AdmissionSpec admit)
        implements ComponentSpec {
    /** Copies the maps. */
    public ServerSpec {
        workFor = java.util.Collections.unmodifiableMap(new TreeMap<>(workFor));
        calls = java.util.Collections.unmodifiableMap(new TreeMap<>(calls));
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
    public Sizing sizing() {
        return new ServerSizing(this);
    }

    @Override
    public boolean understands(Action action) {
        return action instanceof Action.Restart
                || (action instanceof Action.Resize resize && Server.RESIZABLE.contains(resize.setting()));
    }

    /** Builds a server. */
    public static final class Builder {
        private final int workers;
        private final TimeLaw work;
        private final Map<String, CallSpec> calls = new TreeMap<>();
        private final Map<String, TimeLaw> workFor = new TreeMap<>();
        private int replicas = 1;
        private @Nullable Integer queue;
        private @Nullable MemorySpec memory;
        private RestartSpec restart = RestartSpec.PLAIN;
        private @Nullable PageCacheSpec pageCache;
        private @Nullable AdmissionSpec admit;

        private Builder(int workers, TimeLaw work) {
            this.workers = workers;
            this.work = work;
        }

        /** Sets how many of it there are; 1 by default. */
        public Builder replicas(int count) {
            replicas = count;
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

        /** Returns the server. */
        public ServerSpec build() {
            return new ServerSpec(workers, replicas, work, workFor, queue, memory, restart, calls, pageCache, admit);
        }
    }
}
