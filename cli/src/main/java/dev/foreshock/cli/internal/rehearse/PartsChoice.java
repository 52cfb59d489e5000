package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.TwinOptions;
import java.nio.file.Path;
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
     * Looks whether they can be what a scenario says.
     *
     * @param oneProcess whether all services are to share this process
     * @throws IllegalArgumentException if not
     */
    void requireFit(Scenario scenario, boolean oneProcess) {
        haproxy.requireFit(scenario);
        redis.requireFit(scenario);
        boolean sharesProcess = TwinRoom.sharesProcess(scenario, oneProcess);
        if (sharesProcess) {
            String rather = oneProcess ? "not --one-process" : "no traffic that is recorded in a file";
            haproxy.refuseSharedProcess(rather);
            redis.refuseSharedProcess(rather);
        }
        with.requireFit(scenario, sharesProcess);
    }

    /**
     * Looks whether they run here.
     *
     * @param room where they are tried
     * @param tells is told in lines how far that is
     * @param isStopWanted asked now and then whether to end it before
     * @throws TwinException if one does not
     * @throws InterruptedException if it was to end before its end
     */
    void requireRuns(TwinRoom room, Consumer<String> tells, BooleanSupplier isStopWanted) throws InterruptedException {
        redis.requireRuns(room);
        with.requireEngine(room, tells, isStopWanted);
    }

    /**
     * Returns how a twin is started with them.
     *
     * @param results where files of the rehearsal go
     */
    TwinOptions in(TwinRoom room, Path results, TwinOptions options) {
        return load.in(room, results, redis.in(with.in(haproxy.in(options))));
    }

    /**
     * Looks whether all faults on them are applied.
     *
     * @throws TwinException if one is not
     */
    void requireApplied(Scenario scenario, TwinTarget targets) {
        haproxy.requireApplied(scenario, targets);
    }

    /** Adds the options to a command that does the same again. */
    void appendTo(StringBuilder command) {
        load.appendTo(command);
        with.appendTo(command);
        haproxy.appendTo(command);
        redis.appendTo(command);
    }
}
