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
 * Whose programs the parts of a rehearsal are.
 *
 * @param load who sends what users send
 * @param with what real databases run in
 * @param haproxy the balancers in whose place there is HAProxy
 * @param redis the components whose pages lie in a Redis
 */
record PartsChoice(LoadChoice load, WithChoice with, HaproxyChoice haproxy, RedisChoice redis) {
    /**
     * Looks whether what has to be built was.
     *
     * @throws UsageException if it was not
     */
    void requireBuilt() {
        load.require();
        with.require();
    }

    /**
     * Returns all that is known to keep a scenario from being rehearsed with them before anything is done.
     *
     * @param oneProcess whether all services are to share this process
     * @param stopped why no faults may be injected here; empty where they may
     */
    Hindrances hindrances(Scenario scenario, boolean oneProcess, Optional<String> stopped) {
        boolean sharesProcess = TwinRoom.sharesProcess(scenario, oneProcess);
        String why = !sharesProcess ? "" : oneProcess ? "not --one-process" : "no traffic that is recorded in a file";
        List<String> misfits = new ArrayList<>(haproxy.misfits(scenario, why));
        misfits.addAll(redis.misfits(scenario, why));
        misfits.addAll(with.misfits(scenario, sharesProcess));
        FaultPlaces places = places(scenario, sharesProcess);
        if (!sharesProcess) {
            misfits.addAll(haproxy.unapplied(scenario, places));
        }
        places.clashes().forEach(clash -> misfits.add(text(clash)));
        places.unending().forEach(fault -> misfits.add(unending(fault, scenario)));
        List<String> lacks = new ArrayList<>();
        if (!sharesProcess && !with.isInContainers()) {
            noPostgres(scenario).ifPresent(lacks::add);
        }
        if (!places.outside().isEmpty()) {
            stopped.ifPresent(lacks::add);
        }
        return new Hindrances(misfits, lacks);
    }

    private FaultPlaces places(Scenario scenario, boolean sharesProcess) {
        Set<String> own = new TreeSet<>(
                sharesProcess ? Set.of() : scenario.system().components().keySet());
        own.removeAll(haproxy.balancers());
        return new FaultPlaces(scenario, own, with.isInContainers());
    }

    /** Returns a scenario as it is predicted: with its faults as whoever applies them does. */
    Scenario foretold(Scenario scenario, boolean oneProcess) {
        return places(scenario, TwinRoom.sharesProcess(scenario, oneProcess)).applied();
    }

    /** Tells whether all services could share one process: not with what is refused then. */
    private boolean canShareProcess() {
        return haproxy.balancers().isEmpty() && !redis.isWanted() && !with.isInContainers();
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
    Hindrances tried(Scenario scenario, TwinRoom room, Consumer<String> tells, BooleanSupplier isStopWanted)
            throws IOException, InterruptedException {
        List<String> lacks = new ArrayList<>(haproxy.lacks(scenario, room));
        redis.lack(room).ifPresent(lacks::add);
        if (lacks.isEmpty()) {
            with.lack(room, tells, isStopWanted).ifPresent(lacks::add);
        }
        return new Hindrances(List.of(), lacks);
    }

    /**
     * Returns how a twin is started with them.
     *
     * @param results where files of the rehearsal go
     */
    TwinOptions in(TwinRoom room, Path results, TwinOptions options) {
        return load.in(room, results, redis.in(with.in(haproxy.in(options))));
    }

    /** Adds the options to a command that does the same again. */
    void appendTo(StringBuilder command) {
        load.appendTo(command);
        with.appendTo(command);
        haproxy.appendTo(command);
        redis.appendTo(command);
    }
}
