package dev.foreshock.faults.undo;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.Failures;
import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.control.ProxyCounts;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ToxicControl;
import dev.foreshock.faults.control.ToxicState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A server in memory, slow and obvious, that fails as a test says. */
public final class MemoryServer implements ToxicControl {
    private final String address;
    private final SortedMap<String, ProxyState> proxies = new TreeMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<Runnable> late = new ArrayList<>();
    private boolean keepsLeases;
    private Trouble trouble = call -> Fate.DONE;
    private Consumer<String> watcher = call -> {};

    public MemoryServer(String address, ProxyState... proxies) {
        this.address = address;
        for (ProxyState proxy : proxies) {
            this.proxies.put(proxy.name(), proxy);
        }
    }

    /** What becomes of a call. */
    public enum Fate {
        DONE,
        NOT_SENT,
        DONE_BUT_UNANSWERED,
        LOST,
        DONE_LATE,
        REFUSED
    }

    /** Decides what becomes of calls. */
    public interface Trouble {
        Fate of(String call);
    }

    public static ProxyState proxy(String name, ToxicState... toxics) {
        return new ProxyState(name, "127.0.0.1:1", "127.0.0.1:2", true, List.of(toxics));
    }

    public void have(Trouble newTrouble) {
        trouble = newTrouble;
    }

    /** Tells {@code watcher} of every call once it is carried out. */
    public void tell(Consumer<String> newWatcher) {
        watcher = newWatcher;
    }

    public List<String> calls() {
        return calls;
    }

    public SortedMap<String, ProxyState> state() {
        return new TreeMap<>(proxies);
    }

    public void become(SortedMap<String, ProxyState> state) {
        proxies.clear();
        proxies.putAll(state);
    }

    /** Carries out the calls that were under way. */
    public void catchUp() {
        late.forEach(Runnable::run);
        late.clear();
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public ToxicControl within(Duration patience) {
        return this;
    }

    /** Has it keep leases, which last for ever: it only notes under which one a change is made. */
    public void keepLeases() {
        keepsLeases = true;
    }

    @Override
    public boolean keepsLeases() {
        return keepsLeases;
    }

    @Override
    public ToxicControl under(LeaseTerms terms) {
        calls.add((terms.opens() ? "open " : "under ") + terms.lease() + " for "
                + terms.lasts().toSeconds() + " s"
                + (terms.connections() < LeaseTerms.ALL ? ", at most " + terms.connections() + " connections" : "")
                + ":");
        return this;
    }

    @Override
    public synchronized void renew(String lease, Duration ttl) throws ControlException {
        call("renew " + lease + " for " + ttl.toSeconds() + " s", () -> {});
    }

    @Override
    public synchronized SortedMap<String, ProxyState> proxies() throws ControlException {
        call("GET", () -> {});
        return state();
    }

    @Override
    public Optional<ProxyCounts> counts(String proxy) {
        return Optional.empty();
    }

    @Override
    public OptionalLong received(String proxy) {
        return OptionalLong.empty();
    }

    @Override
    public synchronized void addToxic(String proxy, ToxicState toxic) throws ControlException {
        call("add " + toxic.name(), () -> {
            List<ToxicState> toxics = new ArrayList<>(proxies.get(proxy).toxics());
            toxics.add(toxic);
            with(proxy, proxies.get(proxy).enabled(), toxics);
        });
    }

    @Override
    public synchronized boolean removeToxic(String proxy, String toxic) throws ControlException {
        boolean isThere = proxies.containsKey(proxy)
                && proxies.get(proxy).toxics().stream()
                        .anyMatch(has -> has.name().equals(toxic));
        call("remove " + toxic, () -> {
            if (proxies.containsKey(proxy)) {
                List<ToxicState> toxics = new ArrayList<>(proxies.get(proxy).toxics());
                toxics.removeIf(has -> has.name().equals(toxic));
                with(proxy, proxies.get(proxy).enabled(), toxics);
            }
        });
        return isThere;
    }

    @Override
    public synchronized void setEnabled(String proxy, boolean enabled) throws ControlException {
        if (!proxies.containsKey(proxy)) {
            throw Failures.missing("proxy not found");
        }
        call(
                (enabled ? "enable " : "disable ") + proxy,
                () -> with(proxy, enabled, proxies.get(proxy).toxics()));
    }

    @Override
    public synchronized void createProxy(ProxyState proxy) throws ControlException {
        if (proxies.containsKey(proxy.name())) {
            throw Failures.taken("proxy already exists");
        }
        call("create " + proxy.name(), () -> proxies.put(proxy.name(), proxy));
    }

    @Override
    public synchronized boolean deleteProxy(String proxy) throws ControlException {
        boolean isThere = proxies.containsKey(proxy);
        call("delete " + proxy, () -> proxies.remove(proxy));
        return isThere;
    }

    private void with(String proxy, boolean enabled, List<ToxicState> toxics) {
        ProxyState now = proxies.get(proxy);
        proxies.put(proxy, new ProxyState(now.name(), now.listen(), now.upstream(), enabled, toxics));
    }

    private void call(String call, Runnable what) throws ControlException {
        Fate fate = trouble.of(call);
        calls.add(call);
        switch (fate) {
            case DONE -> what.run();
            case NOT_SENT -> throw Failures.notSent("no connection to " + address);
            case REFUSED -> throw Failures.refused(address + " said no");
            case DONE_BUT_UNANSWERED -> {
                what.run();
                throw Failures.unanswered(address + " did not answer");
            }
            case LOST -> throw Failures.unanswered(address + " did not answer");
            case DONE_LATE -> {
                late.add(what);
                throw Failures.unanswered(address + " did not answer");
            }
        }
        watcher.accept(call);
    }
}
