package dev.foreshock.junit;

import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.plan.Planner;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.junit.internal.faults.FaultSettings;
import dev.foreshock.junit.internal.faults.FaultSettings.Wanted;
import dev.foreshock.junit.internal.faults.Site;
import dev.foreshock.junit.internal.faults.TestFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/**
 * Real faults on the connections of a service that is tested, through a Toxiproxy. For a static field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final RealFaults faults = RealFaults.embedded().proxy("db", "127.0.0.1:5432");
 * }</pre>
 *
 * <p>The service is given {@code faults.address("db")} in place of the database's, and a test says {@code
 * faults.inject(Latency.of(Duration.ofMillis(300)), "db")}. Whatever becomes of the test, its faults end with it, and it fails if the
 * server is not as it was before, or if no traffic came to what was injected. Every fault has its undo on disk before it begins; a process of its own undoes it when this one
 * dies, and the next class that uses the server, or {@code foreshock heal}, when both do.
 *
 * <p>By default the server must be on this machine, a fault stands for 30 s at most, and proxies that others have broken keep a test
 * from beginning. The methods that return this type make another with one more setting; they are for the field alone. One test at a
 * time.
 */
public final class RealFaults implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final String ANY_PORT = "127.0.0.1:0";

    private final FaultSettings settings;
    private @Nullable Site site;
    private @Nullable TestFaults test;
    /** How many classes, one in the other, have begun and not ended. */
    private int classes;

    private RealFaults(FaultSettings settings) {
        this.settings = settings;
    }

    /** Returns faults on a server that this process has for the class. It needs nothing installed. */
    public static RealFaults embedded() {
        return new RealFaults(FaultSettings.of(null));
    }

    /**
     * Returns faults on a Toxiproxy that runs, embedded or stock.
     *
     * @param server where its API is, as {@code host:port}
     * @throws IllegalArgumentException if that is no address
     */
    public static RealFaults on(String server) {
        return new RealFaults(FaultSettings.of(ServerAddress.parse(server)));
    }

    /**
     * Puts a proxy in front of a dependency, on any free port of this machine. One that is there already, and leads there, is used.
     *
     * @param name its name
     * @param upstream where the dependency is, as {@code host:port}
     */
    public RealFaults proxy(String name, String upstream) {
        return proxy(name, upstream, ANY_PORT);
    }

    /**
     * Puts a proxy in front of a dependency.
     *
     * @param name its name
     * @param upstream where the dependency is, as {@code host:port}, seen from the server
     * @param listen where the proxy listens, as {@code host:port}, seen from the server; port 0 is any free one
     */
    public RealFaults proxy(String name, String upstream, String listen) {
        return new RealFaults(
                settings.with(new Wanted(name, ServerAddress.parse(upstream).toString(), listen)));
    }

    /** Has tests break a proxy that the server has already. */
    public RealFaults proxy(String name) {
        return new RealFaults(settings.with(new Wanted(name, null, ANY_PORT)));
    }

    /** Allows a server that is not on this machine. */
    public RealFaults beyondLoopback() {
        return new RealFaults(settings.anywhere());
    }

    /** Sets how long a fault may stand; 30 s by default. A test whose fault ended by itself fails. */
    public RealFaults longest(Duration time) {
        return new RealFaults(settings.longest(time));
    }

    /** Lets a test pass although no traffic came to a toxic of it. By default that fails, where the server counts: embedded ones do. */
    public RealFaults mayTouchNothing() {
        return new RealFaults(settings.touchingNothing());
    }

    /** Sets the directory of journals, for a server that runs; by default that of {@code foreshock heal}. */
    public RealFaults state(Path directory) {
        return new RealFaults(settings.state(directory));
    }

    /** Sets what the server of the class draws toxicity and jitter from; the same for every run of the tests by default. */
    public RealFaults seed(long seed) {
        return new RealFaults(settings.seed(seed));
    }

    /**
     * Returns where a proxy listens, as {@code host:port}: what the service is given in place of its dependency. Known from
     * {@code @BeforeAll} on.
     */
    public String address(String proxy) {
        return open().address(proxy).toString();
    }

    /** Returns the port that a proxy listens on. */
    public int port(String proxy) {
        return open().address(proxy).port();
    }

    /**
     * Injects what the faults of scenarios do to all calls: {@code Latency.of(…)}, {@code Refused.ALL}, {@code Reset.ALL}, {@code Lost.ALL}.
     *
     * @param proxy the proxy that the calls go through
     * @throws IllegalArgumentException if a proxy cannot do it
     * @throws IllegalStateException if it could not be injected
     */
    public InjectedFault inject(CallEffect effect, String proxy) {
        return inject(
                effect.text() + " on " + proxy, proxy, names -> Planner.changes(effect, open().server(), proxy, names));
    }

    /**
     * Injects a toxic on what the dependency answers, on all connections.
     *
     * @param type its type, such as {@code bandwidth}
     * @param attributes its attributes, such as {@code rate}
     * @param proxy the proxy
     * @throws IllegalStateException if it could not be injected
     */
    public InjectedFault toxic(String type, Map<String, Long> attributes, String proxy) {
        return toxic(ToxicState.of("", type, "downstream", 1, new TreeMap<>(attributes)), proxy);
    }

    /**
     * Injects a toxic.
     *
     * @param toxic the toxic; its name is replaced
     * @param proxy the proxy
     * @throws IllegalStateException if it could not be injected
     */
    public InjectedFault toxic(ToxicState toxic, String proxy) {
        return inject(
                toxic.type() + " " + toxic.attributes() + " on " + proxy,
                proxy,
                names -> List.of(new Change.AddToxic(
                        open().server(),
                        proxy,
                        new ToxicState(
                                names.get(), toxic.type(), toxic.stream(), toxic.toxicity(), toxic.attributes()))));
    }

    private InjectedFault inject(String text, String proxy, Function<Supplier<String>, List<Change>> changes) {
        TestFaults faults = running();
        if (faults == null) {
            throw new IllegalStateException("a fault must be injected by a test, but none runs");
        }
        return new InjectedFault(faults.inject(text, proxy, changes));
    }

    private synchronized Site open() {
        if (site == null) {
            throw new IllegalStateException("RealFaults must be in a static field with @RegisterExtension, whose class"
                    + " runs, but no class runs");
        }
        return site;
    }

    private synchronized @Nullable TestFaults running() {
        return test;
    }

    /** Has one test at a time; returns false where another has not ended. */
    private synchronized boolean begins(TestFaults faults) {
        if (test != null) {
            return false;
        }
        test = faults;
        return true;
    }

    /** Returns the faults of a test that ends; null if it did not begin. */
    private synchronized @Nullable TestFaults ended(String name) {
        TestFaults faults = test;
        if (faults == null || !faults.areOf(name)) {
            return null;
        }
        test = null;
        return faults;
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        classes++; // first, as a class that did not begin ends all the same
        if (site == null) {
            site = Site.open(settings, context::publishReportEntry);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Site opened = open();
        String name = context.getUniqueId();
        if (!begins(new TestFaults(opened, name, context::publishReportEntry, System::nanoTime))) {
            throw new IllegalStateException("tests with RealFaults must run one at a time, as a fault strikes all of"
                    + " them, but two do; say @Execution(SAME_THREAD)");
        }
        List<String> broken = opened.broken();
        if (!broken.isEmpty()) {
            ended(name);
            throw new IllegalStateException("all proxies must be whole before a test, but " + String.join("; ", broken)
                    + ", which is not ours to mend");
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestFaults faults = ended(context.getUniqueId());
        List<String> problems = faults == null ? List.of() : faults.end();
        if (!problems.isEmpty()) {
            throw new AssertionFailedError("a test must leave all as it was, but\n  " + String.join("\n  ", problems));
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        if (--classes == 0 && site != null) {
            Site opened = site;
            site = null;
            opened.close();
        }
    }
}
