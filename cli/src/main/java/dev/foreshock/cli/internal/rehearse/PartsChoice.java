package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.TwinOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Whose programs the parts of a twin are.
 *
 * @param oneProcess whether all services are to share this process
 * @param load who sends what users send
 * @param with what real databases run in
 * @param haproxy the balancers in whose place there is HAProxy
 * @param redis the components whose pages lie in a Redis
 */
public record PartsChoice(
        boolean oneProcess, LoadChoice load, WithChoice with, HaproxyChoice haproxy, RedisChoice redis) {
    /** Returns those of a twin whose users are sent by Foreshock. */
    public static PartsChoice ofSystem(boolean oneProcess, WithChoice with, HaproxyChoice haproxy, RedisChoice redis) {
        return new PartsChoice(oneProcess, new LoadChoice(), with, haproxy, redis);
    }

    /**
     * Looks whether what has to be built was.
     *
     * @throws UsageException if it was not
     */
    public void requireBuilt() {
        load.require();
        with.require();
    }

    /** Returns all that is known to keep a scenario from being played with them before anything is done. */
    public Hindrances hindrances(Scenario scenario) {
        boolean sharesProcess = sharesProcess(scenario);
        List<String> misfits = new ArrayList<>(haproxy.misfits(scenario));
        misfits.addAll(redis.misfits(scenario));
        with.misfit(scenario).ifPresent(misfits::add);
        if (sharesProcess) {
            contradiction(scenario).ifPresent(misfits::add);
        }
        List<String> lacks = new ArrayList<>();
        haproxy.lack(scenario).ifPresent(lacks::add);
        if (!sharesProcess && !with.isInContainers()) {
            noPostgres(scenario).ifPresent(lacks::add);
        }
        return new Hindrances(List.of(), misfits, lacks);
    }

    /**
     * Returns all that is known to keep the faults of a scenario from being applied to them before anything is done.
     *
     * @param stopped why no faults may be injected here; empty where they may
     */
    Hindrances hindrancesToFaults(Scenario scenario, Optional<String> stopped) {
        boolean sharesProcess = sharesProcess(scenario);
        FaultPlaces places = places(scenario, sharesProcess);
        List<String> misfits = new ArrayList<>();
        if (!sharesProcess) {
            misfits.addAll(haproxy.unapplied(scenario, places));
        }
        places.clashes().forEach(clash -> misfits.add(text(clash)));
        places.unending().forEach(fault -> misfits.add(unending(fault, scenario)));
        List<String> lacks = new ArrayList<>();
        if (!places.outside().isEmpty()) {
            stopped.ifPresent(lacks::add);
        }
        return new Hindrances(List.of(), misfits, lacks);
    }

    private boolean sharesProcess(Scenario scenario) {
        return TwinRoom.sharesProcess(scenario, oneProcess);
    }

    /** What needs a process for each service contradicts once what has them share one, however many options need it. */
    private Optional<String> contradiction(Scenario scenario) {
        List<String> needing = new ArrayList<>();
        if (haproxy.isToBe(scenario)) {
            needing.add("--haproxy");
        }
        if (redis.isToBe(scenario)) {
            needing.add("--redis");
        }
        if (with.isToBe(scenario)) {
            needing.add("--with docker");
        }
        String all = String.join(" and ", needing);
        return needing.isEmpty()
                ? Optional.empty()
                : Optional.of(all + (needing.size() == 1 ? " needs" : " need") + " a process for each service, so "
                        + (oneProcess
                                ? "not --one-process; leave out that, or " + all
                                : "no traffic that is recorded in a file; leave out " + all));
    }

    private FaultPlaces places(Scenario scenario, boolean sharesProcess) {
        Set<String> own = new TreeSet<>(
                sharesProcess ? Set.of() : scenario.system().components().keySet());
        own.removeAll(haproxy.taken(scenario));
        return new FaultPlaces(scenario, own, with.isInContainers());
    }

    /** Tells whether all services could share one process: not with what is refused then. Where they would have one each does not matter. */
    private boolean canShareProcess() {
        return shape(TwinOptions.processes(Path.of(""))).canShareProcess();
    }

    private String text(FaultPlaces.Clash clash) {
        return "faults '" + clash.one() + "' and '" + clash.other() + "' must not strike the process of " + clash.on()
                + " at the same time, as the end of one is the end of both; have one after the other"
                + (canShareProcess() ? ", or have the services play them (--one-process)" : "");
    }

    private String unending(String fault, Scenario scenario) {
        String step = scenario.endedBy(fault).orElse("");
        return "fault '" + fault + "' must end at its time, as it strikes a real PostgreSQL from outside, but step '"
                + step
                + "' ends it; leave that out (--set runbook." + step + ".do=null)"
                + (canShareProcess() ? ", or have the model play it (--one-process)" : "");
    }

    private Optional<String> noPostgres(Scenario scenario) {
        Set<String> databases = TwinOptions.realDatabases(scenario);
        return databases.isEmpty()
                ? Optional.empty()
                : TwinOptions.obstacleToPostgres()
                        .map(obstacle -> String.join(", ", databases) + " must be a real PostgreSQL, but " + obstacle
                                + "; --with docker has it in a container"
                                + (canShareProcess() ? ", and with --one-process the model plays it" : ""));
    }

    /**
     * Returns which of them do not run here, which takes a moment to find out. An engine of containers is asked last, and only if all else is
     * there, as it may have much to fetch.
     *
     * @param room where they are tried
     * @param tells is told in lines how far that is
     * @param isStopWanted asked now and then whether to end it before
     * @throws IOException if one cannot be tried
     * @throws InterruptedException if it was to end before its end
     */
    public Hindrances tried(Scenario scenario, TwinRoom room, Consumer<String> tells, BooleanSupplier isStopWanted)
            throws IOException, InterruptedException {
        List<String> lacks = new ArrayList<>(haproxy.lacks(scenario, room));
        redis.lack(room).ifPresent(lacks::add);
        if (lacks.isEmpty()) {
            with.lack(room, tells, isStopWanted).ifPresent(lacks::add);
        }
        return new Hindrances(List.of(), List.of(), lacks);
    }

    private TwinOptions shape(TwinOptions options) {
        return redis.in(with.in(haproxy.in(options)));
    }

    /** Returns how the system of a scenario is started with them. */
    public TwinOptions system(Scenario scenario, TwinRoom room) {
        return shape(room.options(scenario, oneProcess));
    }

    /**
     * Returns how a twin is started with them, and with who sends its users.
     *
     * @param results where files of the rehearsal go
     */
    TwinOptions in(Scenario scenario, TwinRoom room, Path results) {
        return load.in(room, results, system(scenario, room));
    }

    /** Adds the options to a command that does the same again. */
    void appendTo(StringBuilder command) {
        appendSystemTo(command);
        load.appendTo(command);
    }

    /** Adds the options to a command that starts the same system. */
    void appendSystemTo(StringBuilder command) {
        if (oneProcess) {
            command.append(" --one-process");
        }
        with.appendTo(command);
        haproxy.appendTo(command);
        redis.appendTo(command);
    }
}
