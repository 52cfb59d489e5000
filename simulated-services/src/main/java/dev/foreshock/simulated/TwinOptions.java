package dev.foreshock.simulated;

import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.internal.database.RealDatabase;
import dev.foreshock.simulated.internal.haproxy.Haproxy;
import dev.foreshock.simulated.internal.haproxy.HaproxyConfig;
import dev.foreshock.simulated.internal.haproxy.Unseen;
import dev.foreshock.simulated.internal.redis.RealPages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a twin is started.
 *
 * @param room the directory of its processes, in which {@code scenario.yaml} is what they play; null to have all services in this process
 * @param haproxy the balancers in whose place HAProxy is started
 * @param redis the components whose pages lie in a Redis, which is started with each
 * @param gatling how Gatling is started, which sends what users send; null where this process sends it
 * @param containers how real databases run in containers; null where they are processes
 */
public record TwinOptions(
        @Nullable Path room,
        Set<String> haproxy,
        Set<String> redis,
        @Nullable GatlingOptions gatling,
        @Nullable ContainerOptions containers) {
    /** Copies the sets. */
    public TwinOptions {
        haproxy = Collections.unmodifiableSet(new TreeSet<>(haproxy));
        redis = Collections.unmodifiableSet(new TreeSet<>(redis));
        if (room == null && !(haproxy.isEmpty() && redis.isEmpty())) {
            throw new IllegalArgumentException(
                    "HAProxy and Redis must be processes of their own, but all services share one");
        }
        if (room == null && containers != null) {
            throw new IllegalArgumentException("a real database must have a process, but all services share one");
        }
    }

    /** Returns the argument that every process of a twin has, so that it is found by the directory of the twin. */
    public static String mark(Path room) {
        return "-Dforeshock.twin=" + room.toAbsolutePath();
    }

    /**
     * Returns what has a Java machine put its temporary files into the directory of the twin, with which they go: also the library that
     * reaches an engine's socket, which unpacks a part of itself into a directory of its user otherwise.
     */
    public static List<String> temporary(Path room) {
        String path = room.toAbsolutePath().toString();
        return List.of("-Djava.io.tmpdir=" + path, "-Djna.tmpdir=" + path);
    }

    /** Returns options for services that share this process, as tests want them. */
    public static TwinOptions inThisProcess() {
        return new TwinOptions(null, Set.of(), Set.of(), null, null);
    }

    /** Returns options for a process per service. */
    public static TwinOptions processes(Path room) {
        return new TwinOptions(room, Set.of(), Set.of(), null, null);
    }

    /** Returns these options with HAProxy in place of some balancers. */
    public TwinOptions withHaproxy(Set<String> balancers) {
        return new TwinOptions(room, balancers, redis, gatling, containers);
    }

    /** Returns these options with the pages of some components in a Redis each. */
    public TwinOptions withRedis(Set<String> components) {
        return new TwinOptions(room, haproxy, components, gatling, containers);
    }

    /** Returns these options for users whose requests Gatling sends. */
    public TwinOptions by(GatlingOptions load) {
        return new TwinOptions(room, haproxy, redis, load, containers);
    }

    /** Returns these options with real databases in containers. */
    public TwinOptions in(ContainerOptions databases) {
        return new TwinOptions(room, haproxy, redis, gatling, databases);
    }

    /** Tells whether all services could share one process instead: not where something of it can only be a process of its own. */
    public boolean canShareProcess() {
        return haproxy.isEmpty() && redis.isEmpty() && containers == null;
    }

    /** Returns the components behind which there is a real database where each has a process: those with a standby that is not rebuilt. */
    public static Set<String> realDatabases(Scenario scenario) {
        return scenario.system().components().keySet().stream()
                .filter(component -> RealDatabase.isWanted(scenario, component))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns why there can be no PostgreSQL as processes of this machine, with the way out; nothing if there can. */
    public static Optional<String> obstacleToPostgres() {
        return RealDatabase.obstacleHere();
    }

    /** Returns why HAProxy cannot take the place of a component of {@code scenario}, with the way out; nothing if it can. */
    public static Optional<String> obstacleToHaproxy(Scenario scenario, String component) {
        ComponentSpec spec = scenario.system().components().get(component);
        if (!(spec instanceof BalancerSpec balancer)) {
            return Optional.of(
                    spec == null ? "there is no such component" : "it can take the place of a balancer alone");
        }
        return HaproxyConfig.obstacle(balancer).or(() -> Unseen.obstacle(scenario, component, balancer));
    }

    /**
     * Returns why the HAProxy of this machine cannot take the place of a balancer of {@code scenario} as which it could be described; nothing if
     * it can.
     *
     * @param directory where it is asked
     * @throws IOException if it cannot be asked
     */
    public static Optional<String> obstacleToHaproxy(Scenario scenario, String balancer, Path directory)
            throws IOException, InterruptedException {
        return scenario.system().components().get(balancer) instanceof BalancerSpec spec
                ? Haproxy.obstacleHere(balancer, spec, directory)
                : obstacleToHaproxy(scenario, balancer);
    }

    /** Returns why the pages of a component of {@code scenario} cannot lie in a Redis, with the way out; nothing if they can. */
    public static Optional<String> obstacleToRedis(Scenario scenario, String component) {
        return RealPages.obstacle(scenario, component);
    }

    /**
     * Returns why there can be no Redis on this machine; nothing if there can.
     *
     * @param directory where its program is tried, as where it is to run programs may be forbidden
     */
    public static Optional<String> obstacleToRedis(Path directory) {
        return RealPages.obstacleHere(directory);
    }
}
