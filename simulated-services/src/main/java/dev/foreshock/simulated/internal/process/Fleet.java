package dev.foreshock.simulated.internal.process;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.ContainerOptions;
import dev.foreshock.simulated.OwnProcess;
import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.TwinOptions;
import dev.foreshock.simulated.internal.database.RealDatabase;
import dev.foreshock.simulated.internal.haproxy.Haproxy;
import dev.foreshock.simulated.internal.redis.RealPages;
import dev.foreshock.simulated.internal.service.Service;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Death;
import dev.foreshock.simulated.internal.wire.ServiceClient;
import dev.foreshock.simulated.internal.wire.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All services of a twin, started. Closing it ends them. */
public final class Fleet implements AutoCloseable {
    private static final int ENDING_SECONDS = 5;

    private final Map<String, Started> services = new TreeMap<>();
    private final Map<String, Haproxy> haproxies = new TreeMap<>();

    /** Those that were started first: what takes their place is whoever's who ended them. */
    private final Map<String, Process> first = new TreeMap<>();

    private final Token token;
    private final @Nullable Room room;
    private final @Nullable Lifeline lifeline;
    private final @Nullable Successors successors;

    private Fleet(Token token, @Nullable Room room, @Nullable Lifeline lifeline) {
        this.token = token;
        this.room = room;
        this.lifeline = lifeline;
        successors = room == null ? null : new Successors(room);
    }

    /**
     * Starts all services in this process.
     *
     * @throws TwinException if one does not start
     */
    public static Fleet here(Scenario scenario) {
        Fleet fleet = new Fleet(Token.random(), null, null);
        try {
            for (String name : scenario.system().components().keySet()) {
                Service service = Service.start(name, scenario, fleet.token, 0);
                fleet.services.put(
                        name, new Started(service.port(), name + " at port " + service.port(), service::close));
            }
            return fleet;
        } catch (RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    /**
     * Starts each service in a process of its own, all at once, as most of the time each loads its classes.
     *
     * @param options with what it is started
     * @throws TwinException if one does not start
     */
    public static Fleet processes(Scenario scenario, Room room, TwinOptions options) {
        if (options.containers() == null) {
            requireDatabases(scenario);
        }
        Token token = Token.random();
        Lifeline lifeline = Lifeline.open(token);
        Fleet fleet = new Fleet(token, room, lifeline);
        Map<String, ServiceProcess.Starting> starting = new TreeMap<>();
        try {
            write(fleet.token, room, options.redis());
            for (String name : options.haproxy()) {
                fleet.haproxies.put(name, new Haproxy(name, scenario, room));
            }
            Set<String> own = new TreeSet<>(scenario.system().components().keySet());
            own.removeAll(options.haproxy());
            for (String name : own) {
                ContainerOptions with = RealDatabase.isWanted(scenario, name) ? options.containers() : null;
                starting.put(name, ServiceProcess.start(room, name, lifeline.port(), options.canShareProcess(), with));
            }
            starting.forEach((name, each) -> {
                ServiceProcess process = each.await();
                fleet.first.put(name, process.process());
                fleet.services.put(
                        name, new Started(process.port(), process.toString(), () -> awaitEnd(process.process())));
            });
            return fleet;
        } catch (RuntimeException e) {
            starting.values().forEach(each -> each.process().destroyForcibly());
            fleet.close();
            throw e;
        }
    }

    private static void requireDatabases(Scenario scenario) {
        for (String name : scenario.system().components().keySet()) {
            RealDatabase.obstacle(scenario, name).ifPresent(obstacle -> {
                throw new TwinException(name + " must be a real PostgreSQL, but " + obstacle, null);
            });
        }
    }

    private static void write(Token token, Room room, Set<String> redis) {
        try {
            room.write(token);
            for (String name : redis) {
                RealPages.unpack(room.redis(name));
            }
        } catch (IOException e) {
            throw new TwinException(
                    "the directory of a twin must be writable, but " + room.directory() + " was not (" + e.getMessage()
                            + "); free some space, or have another with --state",
                    e);
        }
    }

    private static void awaitEnd(Process process) {
        try {
            if (process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    /** Returns what services and their conductor know each other by. */
    public Token token() {
        return token;
    }

    /** Returns the services, by component. */
    public Map<String, Started> services() {
        return Collections.unmodifiableMap(services);
    }

    /**
     * Returns what has ended.
     *
     * @throws TwinException if what services wrote down of that cannot be read
     */
    public Ended ended() {
        Map<String, Death> processes = new TreeMap<>();
        first.forEach((name, process) -> {
            if (!process.isAlive()) {
                processes.put(name, Death.of("the process of " + name, process.exitValue(), ""));
            }
        });
        List<Death> programs = new ArrayList<>();
        haproxies.values().forEach(haproxy -> haproxy.death().ifPresent(programs::add));
        if (room != null && successors != null) {
            programs.addAll(programsEnded(room, successors, processes.keySet()));
        }
        return new Ended(processes, programs);
    }

    private List<Death> programsEnded(Room here, Successors again, Set<String> processes) {
        List<Death> programs = new ArrayList<>();
        try {
            for (String name : services.keySet()) {
                programs.addAll(here.ended(name));
            }
            for (String name : processes) {
                Process before = Objects.requireNonNull(first.get(name));
                again.ended(name, before.pid()).ifPresent(programs::add);
            }
        } catch (IOException e) {
            throw new TwinException(
                    "the directory of a twin must be readable, but " + here.directory() + " was not (" + e.getMessage()
                            + ")",
                    e);
        }
        return programs;
    }

    /** Returns the balancers that HAProxy is in place of. */
    public Map<String, Haproxy> haproxies() {
        return Collections.unmodifiableMap(haproxies);
    }

    /** Returns the processes that services have of their own. */
    public Map<String, OwnProcess> processes() {
        Map<String, OwnProcess> processes = new TreeMap<>();
        if (room != null && lifeline != null) {
            services.forEach((name, service) -> processes.put(
                    name,
                    new OwnProcess(
                            room.pidFile(name).toAbsolutePath(),
                            ServiceProcess.command(room, name, service.port(), lifeline.port()),
                            room.logFile(name).toAbsolutePath(),
                            room.statusFile(name).toAbsolutePath())));
        }
        return processes;
    }

    /** Tells all services what is played, and writes it down for one that is started again. */
    public void begin(Begin begin, Collection<ServiceClient> clients) throws IOException, InterruptedException {
        if (room != null) {
            room.write(begin);
        }
        for (ServiceClient client : clients) {
            client.begin(begin);
        }
        for (Haproxy haproxy : haproxies.values()) {
            haproxy.begin(begin);
        }
    }

    @Override
    public void close() {
        haproxies.values().forEach(Haproxy::close);
        if (lifeline != null) {
            lifeline.close();
        }
        services.values().forEach(service -> service.ends().run());
    }
}
