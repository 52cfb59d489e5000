package dev.foreshock.faults.control;

import dev.foreshock.faults.AccessToken;
import dev.foreshock.faults.internal.control.ApiJson;
import dev.foreshock.faults.internal.control.CountsJson;
import dev.foreshock.faults.internal.control.Exchanges;
import dev.foreshock.faults.internal.control.LeaseJson;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/** Drives a server that speaks the API of Toxiproxy 2.x, by its address. Immutable. */
public final class ToxiproxyControl implements ToxicControl {
    /** How long a call may take by default. */
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(2);

    private final ServerAddress server;
    private final Exchanges exchanges;

    /**
     * Creates a control. Nothing is sent.
     *
     * @param server where the server's API is
     * @param patience how long a call may take as a whole, from its first byte to its last
     */
    public ToxiproxyControl(ServerAddress server, Duration patience) {
        this(server, patience, Optional.empty());
    }

    /**
     * Creates a control of a server that demands a token. Nothing is sent.
     *
     * @param server where the server's API is
     * @param patience how long a call may take as a whole, from its first byte to its last
     * @param token the token, if it demands one
     */
    public ToxiproxyControl(ServerAddress server, Duration patience, Optional<AccessToken> token) {
        this(server, new Exchanges(server.host(), server.port(), patience, token));
    }

    private ToxiproxyControl(ServerAddress server, Exchanges exchanges) {
        this.server = server;
        this.exchanges = exchanges;
    }

    @Override
    public String address() {
        return server.toString();
    }

    @Override
    public ToxicControl within(Duration patience) {
        return new ToxiproxyControl(server, exchanges.within(patience));
    }

    @Override
    public boolean keepsLeases() throws ControlException {
        try {
            return LeaseJson.isList(ask("GET", LeaseJson.LEASES, ""));
        } catch (ControlException e) {
            if (e.outcome() == ControlException.Outcome.REFUSED) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public ToxicControl under(LeaseTerms terms) {
        return new LeasedControl(this, terms);
    }

    @Override
    public void renew(String lease, Duration ttl) throws ControlException {
        ask("POST", LeaseJson.path(lease), LeaseJson.renewal(ttl));
    }

    @Override
    public void endLease(String lease) throws ControlException {
        ask("DELETE", LeaseJson.path(lease), "");
    }

    @Override
    public SortedMap<String, ProxyState> proxies() throws ControlException {
        return ApiJson.proxies(ask("GET", "/proxies", ""), this::misunderstood);
    }

    @Override
    public Optional<ProxyCounts> counts(String proxy) throws ControlException {
        try {
            return CountsJson.read(ask("GET", CountsJson.PROXIES + Exchanges.encoded(proxy), ""));
        } catch (ControlException e) {
            if (e.outcome() == ControlException.Outcome.REFUSED && !e.isAboutNothing()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public OptionalLong received(String proxy) throws ControlException {
        try {
            return OptionalLong.of(CountsJson.received(ask("GET", "/metrics", ""), proxy));
        } catch (ControlException e) {
            if (e.outcome() == ControlException.Outcome.REFUSED) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    @Override
    public void addToxic(String proxy, ToxicState toxic) throws ControlException {
        ask("POST", path(proxy) + "/toxics", ApiJson.of(toxic));
    }

    @Override
    public boolean removeToxic(String proxy, String toxic) throws ControlException {
        return removed(path(proxy) + "/toxics/" + Exchanges.encoded(toxic));
    }

    @Override
    public void setEnabled(String proxy, boolean enabled) throws ControlException {
        // POST, as older servers know no PATCH here.
        ask("POST", path(proxy), "{\"enabled\":" + enabled + '}');
    }

    @Override
    public void createProxy(ProxyState proxy) throws ControlException {
        ask("POST", "/proxies", ApiJson.of(proxy));
    }

    @Override
    public boolean deleteProxy(String proxy) throws ControlException {
        return removed(path(proxy));
    }

    private boolean removed(String path) throws ControlException {
        try {
            ask("DELETE", path, "");
            return true;
        } catch (ControlException e) {
            if (e.isAboutNothing()) {
                return false;
            }
            throw e;
        }
    }

    private static String path(String proxy) {
        return "/proxies/" + Exchanges.encoded(proxy);
    }

    /** Sends a request and returns the body of an answer that says yes. */
    String ask(String method, String path, String body) throws ControlException {
        Exchanges.Answer answer;
        try {
            answer = exchanges.send(method, path, body);
        } catch (Exchanges.Unsent e) {
            throw ControlException.notSent("no connection to " + server + ": " + e.getMessage());
        } catch (Exchanges.Unanswered e) {
            throw ControlException.unanswered(
                    server + " did not answer " + method + ' ' + path + ": " + e.getMessage());
        }
        if (answer.isGood()) {
            return answer.body();
        }
        String message = ApiJson.message(answer.body());
        String said = server + " answered " + method + ' ' + path + " with " + answer.status() + ": " + message;
        // Beyond 500 it is not the server's own code that says no: what it did is not known.
        throw answer.status() > 500
                ? ControlException.unanswered(said)
                : ControlException.refused(reason(answer.status(), message), said);
    }

    /** Any server answers 404 to what it has never heard of: only Toxiproxy's own words say that a thing is gone. */
    private static ControlException.Reason reason(int status, String message) {
        if (status == 404 && (message.equals("proxy not found") || message.equals("toxic not found"))) {
            return ControlException.Reason.MISSING;
        }
        return status == 409 ? ControlException.Reason.TAKEN : ControlException.Reason.OTHER;
    }

    private ControlException misunderstood(String why) {
        return ControlException.unanswered(server + " answered with what is not a list of proxies: " + why);
    }
}
