package dev.foreshock.faults.internal.toxiproxy.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.faults.internal.toxiproxy.events.Events;
import dev.foreshock.faults.internal.toxiproxy.metrics.Traffic;
import dev.foreshock.faults.internal.toxiproxy.proxy.ActiveToxic;
import dev.foreshock.faults.internal.toxiproxy.proxy.NewToxic;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxy;
import dev.foreshock.faults.internal.toxiproxy.proxy.ProxyFields;
import dev.foreshock.faults.internal.toxiproxy.proxy.Radius;
import dev.foreshock.faults.internal.toxiproxy.proxy.Refusal;
import dev.foreshock.faults.internal.toxiproxy.toxic.Direction;
import dev.foreshock.faults.internal.toxiproxy.toxic.Noop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeasesTest {
    private final Events events = Events.started();
    private static final long MILLI = 1_000_000L;
    private static final long LATE = 250 * MILLI;

    private final Proxies proxies = new Proxies(new Traffic(), events, 1);
    private final Proxy db = proxies.add(new ProxyFields("db", "127.0.0.1:0", "127.0.0.1:1", true));
    /** As of a machine that has been up for so long that its clock is about to overflow. */
    private long now = Long.MAX_VALUE - 3 * MILLI;

    private final Leases leases = new Leases(() -> now, events);

    @AfterEach
    void close() {
        proxies.close();
    }

    private static NewToxic toxic(String name) {
        return new NewToxic(name, "upstream", Direction.UPSTREAM, 1, new Noop(), Radius.ALL);
    }

    private Edit add(String name) {
        return () -> new Hold.Added(proxies, db, db.add(toxic(name)));
    }

    private Edit off() {
        return () -> {
            db.stop();
            return new Hold.Disabled(proxies, db, db.stops());
        };
    }

    private Edit create(String name) {
        return () -> new Hold.Created(proxies, proxies.add(new ProxyFields(name, "", "x", false)));
    }

    private static Edit refused() {
        return () -> {
            throw new Refusal(Refusal.Kind.EXISTS, "no");
        };
    }

    private List<String> toxics() {
        return db.toxics().stream().map(ActiveToxic::name).toList();
    }

    private List<String> names() {
        return proxies.all().stream().map(proxy -> proxy.fields().name()).toList();
    }

    @Test
    void everythingStandsUntilTheLeaseEndsAndNothingDoesThen() {
        leases.open("a", 10 * MILLI, Radius.ALL, List.of(add("t"), off(), create("fence")), Leases.UNBOUNDED);
        now += 10 * MILLI - 1;
        assertThat(leases.expire()).isEqualTo(1);
        assertThat(toxics()).containsExactly("t");
        assertThat(db.isEnabled()).isFalse();
        assertThat(names()).containsExactly("db", "fence");
        now += 1;
        assertThat(leases.expire()).isEqualTo(Long.MAX_VALUE);
        assertThat(toxics()).isEmpty();
        assertThat(db.isEnabled()).isTrue();
        assertThat(names()).containsExactly("db");
        assertThat(leases.all()).isEmpty();
    }

    @Test
    void aRenewedLeaseLastsFromThenOn() {
        leases.open("a", 10 * MILLI, Radius.ALL, List.of(add("t")), Leases.UNBOUNDED);
        now += 9 * MILLI;
        leases.renew("a", 5 * MILLI);
        now += 4 * MILLI;
        assertThat(leases.expire()).isEqualTo(MILLI);
        assertThat(toxics()).containsExactly("t");
        now += MILLI;
        leases.expire();
        assertThat(toxics()).isEmpty();
    }

    @Test
    void aChangeStandsNoLongerThanItMayWhoeverRenews() {
        leases.open("a", 10 * MILLI, Radius.ALL, List.of(add("stays")), Leases.UNBOUNDED);
        leases.extend("a", List.of(add("goes")), 15 * MILLI);
        for (int i = 0; i < 15; i++) {
            assertThat(leases.expire()).isPositive();
            assertThat(toxics()).containsExactly("stays", "goes");
            now += MILLI;
            leases.renew("a", 10 * MILLI);
        }
        leases.expire();
        assertThat(toxics()).containsExactly("stays");
    }

    @Test
    void ofChangesThatAreMadeTogetherNoneIsMadeIfOneIsRefused() {
        assertThatThrownBy(() ->
                        leases.open("a", 10 * MILLI, Radius.ALL, List.of(add("t"), off(), refused()), Leases.UNBOUNDED))
                .hasMessage("no");
        assertThat(toxics()).isEmpty();
        assertThat(db.isEnabled()).isTrue();
        leases.expire();
        assertThat(leases.all()).isEmpty();
    }

    @Test
    void aLeaseThatIsOverCanNeitherBeRenewedNorBroughtToMakeAChange() {
        leases.open("a", 10 * MILLI, Radius.ALL, List.of(add("t")), Leases.UNBOUNDED);
        now += 10 * MILLI;
        assertThatThrownBy(() -> leases.renew("a", MILLI)).hasMessage("lease not found");
        assertThatThrownBy(() -> leases.extend("a", List.of(add("u")), MILLI)).hasMessage("lease not found");
        assertThatThrownBy(() -> leases.end("a")).hasMessage("lease not found");
        assertThat(toxics()).containsExactly("t");
    }

    @Test
    void aLeaseByWhichNothingStandsIsOver() {
        leases.open("a", 10 * MILLI, Radius.ALL, List.of(add("t"), off()), Leases.UNBOUNDED);
        db.remove("t");
        leases.expire();
        assertThat(leases.get("a").holds()).hasSize(1);
        db.start();
        leases.expire();
        assertThatThrownBy(() -> leases.get("a")).hasMessage("lease not found");
    }

    @Test
    void whatSomebodyElsePutInItsPlaceStays() {
        leases.open("a", 10 * MILLI, Radius.ALL, List.of(add("t"), off(), create("fence")), Leases.UNBOUNDED);
        db.remove("t");
        db.add(toxic("t"));
        db.start();
        db.stop();
        proxies.remove("fence");
        create("fence").make();
        now += 10 * MILLI;
        leases.expire();
        assertThat(toxics()).containsExactly("t");
        assertThat(db.isEnabled()).isFalse();
        assertThat(names()).containsExactly("db", "fence");
    }

    @Test
    void aPortThatIsTakenIsAskedForAgainUntilItIsFree() throws IOException {
        String listen = db.fields().listen();
        int port = Integer.parseInt(listen.substring(listen.indexOf(':') + 1));
        leases.open("a", 10 * MILLI, Radius.ALL, List.of(off(), add("t")), Leases.UNBOUNDED);
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            now += 10 * MILLI;
            assertThat(leases.expire()).isBetween(1L, LATE);
            assertThat(toxics()).as("the rest is undone").isEmpty();
            assertThat(leases.all()).hasSize(1);
            assertThat(other.isBound()).isTrue();
        }
        leases.expire();
        assertThat(db.isEnabled()).isTrue();
        assertThat(leases.all()).isEmpty();
    }

    /** What stands by which lease, until when, kept by hand. */
    private final class Ledger {
        private final Map<String, Long> leaseEnds = new HashMap<>();
        private final Map<String, Long> ends = new HashMap<>();
        private final Map<String, String> leaseOf = new TreeMap<>();
        private int gone;

        void check(String where) {
            for (String name : List.copyOf(leaseOf.keySet())) {
                long left = Math.min(ends.get(name) - now, leaseEnds.get(leaseOf.get(name)) - now);
                if (toxics().contains(name)) {
                    assertThat(left).as("%s, toxic %s stands", where, name).isPositive();
                } else {
                    assertThat(left).as("%s, toxic %s is gone", where, name).isBetween(-LATE, 0L);
                    leaseOf.remove(name);
                    gone++;
                }
            }
        }
    }

    /** Whoever calls does so whenever it likes; between calls the server wakes up when it was told to, a millisecond late. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingStandsLongerThanItsLeaseAndAQuarterOfASecond(long seed) {
        Random random = new Random(seed);
        Ledger ledger = new Ledger();
        for (int i = 0; i < 1000; i++) {
            String where = "seed " + seed + ", step " + i;
            long wait = leases.expire();
            ledger.check(where);
            long wake = wait == Long.MAX_VALUE ? 50 * MILLI : (wait + MILLI - 1) / MILLI * MILLI + MILLI;
            now += Math.min(wake, random.nextLong(40 * MILLI));
            leases.expire();
            ledger.check(where);
            String lease = "l" + random.nextInt(4);
            String name = "t" + i;
            long ttl = (1 + random.nextInt(60)) * MILLI;
            long most = (1 + random.nextInt(100)) * MILLI;
            if (leases.all().stream().noneMatch(one -> one.id().equals(lease))) {
                leases.open(lease, ttl, Radius.ALL, List.of(add(name)), most);
                ledger.leaseEnds.put(lease, now + ttl);
            } else if (random.nextBoolean()) {
                leases.extend(lease, List.of(add(name)), most);
            } else {
                leases.renew(lease, ttl);
                ledger.leaseEnds.put(lease, now + ttl);
                continue;
            }
            ledger.ends.put(name, now + most);
            ledger.leaseOf.put(name, lease);
        }
        assertThat(ledger.gone).isGreaterThan(300);
    }
}
