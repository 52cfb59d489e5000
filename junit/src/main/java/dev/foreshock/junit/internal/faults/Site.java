package dev.foreshock.junit.internal.faults;

import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.faults.EmbeddedToxiproxy;
import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.heal.Healing;
import dev.foreshock.faults.heal.StatePlace;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.junit.internal.faults.FaultSettings.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The server of a class of tests with its proxies. Closing it takes away what it made. */
public final class Site implements AutoCloseable {
    /** How long a call may take: longer than elsewhere, as tests share their machine with builds. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FaultSettings settings;
    private final @Nullable EmbeddedToxiproxy own;
    private final ServerAddress server;
    private final ToxiproxyControl control;
    private final Path state;
    private final List<String> created = new ArrayList<>();
    private final Map<String, ProxyState> proxies = new TreeMap<>();
    /** Runs that could not be proven to have left all as it was. */
    private final List<String> unclean = new ArrayList<>();

    private Site(FaultSettings settings, @Nullable EmbeddedToxiproxy own, ServerAddress server, Path state) {
        this.settings = settings;
        this.own = own;
        this.server = server;
        this.state = state;
        control = new ToxiproxyControl(server, PATIENCE);
    }

    /**
     * Starts a server, or finds the one that was named and heals it of runs that died, and has the proxies there.
     *
     * @param tells is told what was healed, by what it is
     * @throws IllegalStateException where that is not possible; what was made is taken away
     */
    public static Site open(FaultSettings settings, BiConsumer<String, String> tells) {
        Site site = settings.server() == null ? embedded(settings) : found(settings, settings.server());
        try {
            if (site.own == null) {
                new Aftercare(site.state, site.control.address()).heal(tells);
            }
            site.haveProxies();
            return site;
        } catch (ControlException e) {
            site.close();
            throw new IllegalStateException("no fault can be injected: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
    }

    private static Site embedded(FaultSettings settings) {
        EmbeddedToxiproxy own =
                EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(settings.seed()).onPort(0));
        try {
            // What dies with this process leaves nothing to heal, so nothing that a later one should look at.
            Path state = Files.createTempDirectory("foreshock-tests-");
            return new Site(settings, own, new ServerAddress("127.0.0.1", own.port()), state);
        } catch (IOException e) {
            own.close();
            throw new UncheckedIOException(e);
        }
    }

    private static Site found(FaultSettings settings, ServerAddress server) {
        if (!settings.beyondLoopback() && !server.isLoopback()) {
            throw new IllegalStateException("the server must be on this machine, but was " + server
                    + "; if others may feel what tests do, say beyondLoopback()");
        }
        Path state = settings.state();
        return new Site(settings, null, server, state == null ? StatePlace.usual(System.getenv()) : state);
    }

    private void haveProxies() throws ControlException {
        Map<String, ProxyState> there = control.proxies();
        for (Wanted wanted : settings.proxies()) {
            have(wanted, there);
        }
        Map<String, ProxyState> now = control.proxies();
        settings.proxies().forEach(wanted -> {
            ProxyState proxy = now.get(wanted.name());
            if (proxy != null) {
                proxies.put(wanted.name(), proxy);
            }
        });
    }

    private void have(Wanted wanted, Map<String, ProxyState> there) throws ControlException {
        ProxyState present = there.get(wanted.name());
        String upstream = wanted.upstream();
        if (upstream == null) {
            if (present == null) {
                throw new IllegalStateException("proxy '" + wanted.name() + "' must be on " + server + ", but is not; "
                        + Spelling.hint(wanted.name(), "proxies", there.keySet())
                        + ", or say where it leads: proxy(name, upstream)");
            }
        } else if (present == null) {
            control.createProxy(new ProxyState(wanted.name(), wanted.listen(), upstream, true, List.of()));
            created.add(wanted.name());
        } else if (!present.upstream().equals(upstream)) {
            throw new IllegalStateException("proxy '" + wanted.name() + "' of " + server + " must lead to " + upstream
                    + ", but leads to " + present.upstream() + ": it is somebody else's");
        }
    }

    /** Returns where callers connect to a proxy. */
    public ServerAddress address(String proxy) {
        ServerAddress listens = ServerAddress.parse(require(proxy).listen());
        boolean isEverywhere =
                listens.host().equals("0.0.0.0") || listens.host().equals("::");
        return isEverywhere ? new ServerAddress(server.host(), listens.port()) : listens;
    }

    ProxyState require(String proxy) {
        ProxyState known = proxies.get(proxy);
        if (known == null) {
            throw new IllegalArgumentException("a proxy must be one of the field's, but was '" + proxy + "'; "
                    + Spelling.hint(proxy, "proxies", new TreeSet<>(proxies.keySet())));
        }
        return known;
    }

    /** Returns what is broken of the proxies; empty if nothing is. */
    public List<String> broken() {
        Map<String, ProxyState> now;
        try {
            now = control.proxies();
        } catch (ControlException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        List<String> broken = new ArrayList<>();
        for (String name : proxies.keySet()) {
            ProxyState proxy = now.get(name);
            String of = "proxy '" + name + "' of " + server;
            if (proxy == null) {
                broken.add(of + " is gone");
                continue;
            }
            if (!proxy.enabled()) {
                broken.add(of + " is disabled");
            }
            for (ToxicState toxic : proxy.toxics()) {
                broken.add(of + " has toxic '" + toxic.name() + "' (" + toxic.type() + ")");
            }
        }
        return broken;
    }

    FaultSettings settings() {
        return settings;
    }

    /** Returns the server's {@code host:port}. */
    public String server() {
        return control.address();
    }

    ToxiproxyControl control() {
        return control;
    }

    Path state() {
        return state;
    }

    /** Returns the proxies as they are, for a run that may touch them. */
    List<ProxyState> proxies() throws ControlException {
        return control.proxies().values().stream()
                .filter(proxy -> proxies.containsKey(proxy.name()))
                .toList();
    }

    /** Keeps in mind that a run could not be proven to have left all as it was. */
    void unclean(String run) {
        unclean.add(run);
    }

    /** Returns the command that heals, for what is left behind; empty where what is broken goes with the class. */
    String healing() {
        if (own != null || areAllCreated()) {
            return "";
        }
        Path given = settings.state();
        return "foreshock heal" + (given == null ? "" : " --state " + given);
    }

    private boolean areAllCreated() {
        return created.size() == proxies.size();
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
            Trash.remove(state);
            return;
        }
        try {
            for (String proxy : created) {
                control.deleteProxy(proxy);
            }
            if (!unclean.isEmpty() && areAllCreated() && !control.proxies().containsKey(Change.FENCE)) {
                // Whoever heals would look for proxies that are gone for good.
                for (String run : unclean) {
                    Healing.in(state, PATIENCE).accept(run, "the proxies were created by tests and deleted with them");
                }
            }
        } catch (ControlException | IOException e) {
            throw new IllegalStateException(
                    "the proxies " + created + ", which these tests created, could not be cleared away: "
                            + e.getMessage(),
                    e);
        }
    }
}
