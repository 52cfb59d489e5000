package dev.foreshock.faults.control;

import dev.foreshock.faults.internal.control.LeaseJson;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * A control that breaks things under a lease, and mends them as any other does.
 *
 * @param plain the control
 * @param terms the lease
 */
record LeasedControl(ToxiproxyControl plain, LeaseTerms terms) implements ToxicControl {
    @Override
    public String address() {
        return plain.address();
    }

    @Override
    public ToxicControl within(Duration patience) {
        return plain.within(patience).under(terms);
    }

    @Override
    public boolean keepsLeases() throws ControlException {
        return plain.keepsLeases();
    }

    @Override
    public ToxicControl under(LeaseTerms other) {
        return plain.under(other);
    }

    @Override
    public void renew(String lease, Duration ttl) throws ControlException {
        plain.renew(lease, ttl);
    }

    @Override
    public void endLease(String lease) throws ControlException {
        plain.endLease(lease);
    }

    @Override
    public SortedMap<String, ProxyState> proxies() throws ControlException {
        return plain.proxies();
    }

    @Override
    public Optional<ProxyCounts> counts(String proxy) throws ControlException {
        return plain.counts(proxy);
    }

    @Override
    public OptionalLong received(String proxy) throws ControlException {
        return plain.received(proxy);
    }

    @Override
    public void addToxic(String proxy, ToxicState toxic) throws ControlException {
        make(LeaseJson.toxic(proxy, toxic));
    }

    @Override
    public void addEffect(String proxy, String name, double toxicity, Effect effect) throws ControlException {
        make(LeaseJson.effect(proxy, name, toxicity, effect));
    }

    @Override
    public boolean removeToxic(String proxy, String toxic) throws ControlException {
        return plain.removeToxic(proxy, toxic);
    }

    @Override
    public void setEnabled(String proxy, boolean enabled) throws ControlException {
        if (enabled) {
            plain.setEnabled(proxy, true);
        } else {
            make(LeaseJson.disabled(proxy));
        }
    }

    @Override
    public void createProxy(ProxyState proxy) throws ControlException {
        make(LeaseJson.created(proxy));
    }

    @Override
    public boolean deleteProxy(String proxy) throws ControlException {
        return plain.deleteProxy(proxy);
    }

    private void make(String change) throws ControlException {
        plain.ask("POST", LeaseJson.path(terms), LeaseJson.body(terms, change));
    }
}
