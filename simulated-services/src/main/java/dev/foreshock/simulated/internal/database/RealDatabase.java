package dev.foreshock.simulated.internal.database;

import dev.foreshock.engine.live.ComponentPart;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.simulated.PostgresPair;
import dev.foreshock.simulated.Proxies;
import dev.foreshock.simulated.internal.service.Backing;
import dev.foreshock.simulated.internal.service.Beside;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Death;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A real primary and its standby behind a modelled database. Closing it ends both. */
public final class RealDatabase implements Backing {
    private final String component;
    private final StandbySpec spec;
    private final Servers servers;
    private final Clients clients;
    private volatile boolean isSpent;
    private volatile boolean closed;

    private RealDatabase(String component, StandbySpec spec, Servers servers, Clients clients) {
        this.component = component;
        this.spec = spec;
        this.servers = servers;
        this.clients = clients;
    }

    /** Returns why a component that is to have a real database behind it cannot have one as processes here; nothing if it can, or is to have none. */
    public static Optional<String> obstacle(Scenario scenario, String component) {
        return isWanted(scenario, component) ? Programs.obstacle() : Optional.empty();
    }

    /** Returns why no component can have a real database behind it as processes here; nothing if one can. */
    public static Optional<String> obstacleHere() {
        return Programs.obstacle();
    }

    private static @Nullable StandbySpec standby(Scenario scenario, String component) {
        return scenario.system().components().get(component) instanceof DatabaseSpec database
                ? database.standby()
                : null;
    }

    /** Tells whether a component is a database with a standby that can be a real one: one that is rebuilt is the model's alone. */
    public static boolean isWanted(Scenario scenario, String component) {
        StandbySpec spec = standby(scenario, component);
        return spec != null && spec.rebuild() == null;
    }

    /**
     * Starts it: as processes, or as whoever is on the class path has it run.
     *
     * @param directory where all of it lies
     * @throws IOException if it does not start
     * @throws IllegalStateException if it cannot run here
     */
    public static RealDatabase start(Scenario scenario, String component, Path directory) throws IOException {
        StandbySpec spec = standby(scenario, component);
        if (spec == null || !(scenario.system().components().get(component) instanceof DatabaseSpec database)) {
            throw new IllegalStateException(component + " must be a database with a standby, but is none");
        }
        String password = UUID.randomUUID().toString();
        Optional<PostgresPair.Source> elsewhere =
                ServiceLoader.load(PostgresPair.Source.class).findFirst();
        PostgresPair pair =
                elsewhere.isPresent() ? elsewhere.get().make(directory, password) : processes(directory, password);
        Servers servers = Servers.start(spec, database.pool(), pair, password);
        return new RealDatabase(
                component, spec, servers, new Clients(servers.primary(), servers.clients(), database.pool()));
    }

    private static PostgresPair processes(Path directory, String password) throws IOException {
        Proxies proxies = ServiceLoader.load(Proxies.Source.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody here can open proxies"))
                .start();
        try {
            return ProcessPair.make(Programs.unpack(directory.resolve("programs")), directory, password, proxies);
        } catch (IOException | RuntimeException e) {
            proxies.close();
            throw e;
        }
    }

    /**
     * Begins a run.
     *
     * @param post has something carried out by the thread of the part
     * @param beside told how long a call took beside what is modelled
     * @throws IllegalArgumentException if its standby has taken over in an earlier one
     */
    @Override
    public RealRun begin(Begin begin, Consumer<Consumer<ComponentPart>> post, Beside beside) {
        if (isSpent) {
            throw new IllegalArgumentException(component + " must have a standby, but that has taken over");
        }
        return new RealRun(component, spec, begin, servers, clients, post, beside, () -> isSpent = true);
    }

    @Override
    public List<Death> ended() {
        List<Death> ended = new ArrayList<>();
        servers.primary().death("PostgreSQL (the primary of " + component + ")").ifPresent(ended::add);
        servers.standby()
                .death("PostgreSQL (the standby of " + component + (isSpent ? ", which had taken over)" : ")"))
                .ifPresent(ended::add);
        // Whoever ends both says so first.
        return closed ? List.of() : ended;
    }

    @Override
    public void close() {
        closed = true;
        clients.close();
        servers.close();
    }
}
