package dev.foreshock.faults.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foreshock.faults.conformance.ServerUnderTest;
import dev.foreshock.faults.conformance.ServerUnderTest.Kind;
import dev.foreshock.faults.control.ControlException.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done under a lease, on a real server; and who is taken to keep leases. */
class LeasedControlTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ToxicState SLOW =
            new ToxicState("slow", "latency", "upstream", 0.5, "{\"jitter\":1,\"latency\":5}");

    static List<Kind> kinds() {
        return Kind.local();
    }

    private static ToxiproxyControl of(int port) {
        return new ToxiproxyControl(new ServerAddress("127.0.0.1", port), AMPLE);
    }

    private static ProxyState proxy(String name) {
        return new ProxyState(name, "127.0.0.1:0", "127.0.0.1:1", true, List.of());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onlyTheEmbeddedServerKeepsLeases(Kind kind) throws Exception {
        try (ServerUnderTest server = kind.start()) {
            assertThat(of(server.port()).keepsLeases()).isEqualTo(kind == Kind.EMBEDDED);
        }
    }

    @Test
    void aServerThatAnswersAnythingToAnythingKeepsNone() throws Exception {
        for (String body : List.of("", "hello", "{}", "[]", "{\"leases\":1}")) {
            try (RawServer server = RawServer.saying(200, body)) {
                assertThat(new ToxiproxyControl(server.address(), AMPLE).keepsLeases())
                        .as(body)
                        .isFalse();
            }
        }
    }

    @Test
    void whatIsDoneUnderALeaseIsWhatIsDoneWithout() throws Exception {
        try (ServerUnderTest server = Kind.EMBEDDED.start()) {
            ToxiproxyControl control = of(server.port());
            control.createProxy(proxy("db"));
            ToxicControl opening = control.under(LeaseTerms.opening("a b", HOUR, LeaseTerms.ALL));
            opening.createProxy(proxy("fence"));
            ToxicControl under = opening.under(LeaseTerms.under("a b", HOUR)).within(AMPLE);
            under.addToxic("db", SLOW);
            assertThat(under.proxies().get("db").toxics()).containsExactly(SLOW);
            under.setEnabled("db", false);
            assertThat(control.proxies().get("db").enabled()).isFalse();
            assertThat(control.proxies()).containsKey("fence");
            control.renew("a b", HOUR);
            under.setEnabled("db", true);
            assertThat(under.removeToxic("db", "slow")).isTrue();
            assertThat(under.deleteProxy("fence")).isTrue();
            ControlException over = catchThrowableOfType(ControlException.class, () -> under.addToxic("db", SLOW));
            assertThat(over.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(over).hasMessageContaining("lease not found");
            assertThat(catchThrowableOfType(ControlException.class, () -> control.renew("a b", HOUR))
                            .outcome())
                    .isEqualTo(Outcome.REFUSED);
            assertThat(control.proxies().get("db")).isEqualTo(under.proxies().get("db"));
            assertThat(control.proxies().get("db").toxics()).isEmpty();
        }
    }

    @Test
    void ofTwoThatCreateOneProxyUnderLeasesOneIsToldThatItIsTaken() throws Exception {
        try (ServerUnderTest server = Kind.EMBEDDED.start()) {
            ToxiproxyControl control = of(server.port());
            control.under(LeaseTerms.opening("a", HOUR, LeaseTerms.ALL)).createProxy(proxy("fence"));
            ToxicControl other = control.under(LeaseTerms.opening("b", HOUR, LeaseTerms.ALL));
            assertThat(catchThrowableOfType(ControlException.class, () -> other.createProxy(proxy("fence")))
                            .isTaken())
                    .isTrue();
        }
    }
}
