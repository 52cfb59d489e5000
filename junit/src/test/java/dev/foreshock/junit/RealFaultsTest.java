package dev.foreshock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.fault.Errors;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.fault.Refused;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.faults.EmbeddedToxiproxy;
import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.heal.Healing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class RealFaultsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A server that is somebody else's, for the classes below. */
    private static EmbeddedToxiproxy server;

    private static Dependency dependency;
    private static ToxiproxyControl control;

    @TempDir
    private static Path state;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(1).onPort(0));
        control = new ToxiproxyControl(new ServerAddress("127.0.0.1", server.port()), PATIENCE);
        dependency = Dependency.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        dependency.close();
    }

    @BeforeEach
    void noProxies() throws Exception {
        for (String proxy : control.proxies().keySet()) {
            control.deleteProxy(proxy);
        }
    }

    private static RealFaults onServer() {
        return RealFaults.on("127.0.0.1:" + server.port()).state(state);
    }

    private static List<String> unfinished() throws IOException {
        return Healing.in(state, PATIENCE).unfinished();
    }

    private static void assertPassed(Class<?> tests) {
        Kit kit = Kit.run(tests);
        assertThat(kit.containerFailures()).isEmpty();
        assertThat(kit.failures()).isEmpty();
        assertThat(kit.passed()).isEqualTo(1);
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class Embedded {
        @RegisterExtension
        static final RealFaults faults = RealFaults.embedded().proxy("db", dependency.address());

        private static boolean isAnswered() {
            return Dependency.isAnswered(faults.address("db"));
        }

        @Test
        void a_refusedForTheLengthOfABlock() {
            assertThat(isAnswered()).isTrue();
            try (InjectedFault refused = faults.inject(Refused.ALL, "db")) {
                assertThat(refused).isNotNull();
                assertThat(isAnswered()).isFalse();
            }
            assertThat(isAnswered()).isTrue();
        }

        @Test
        void b_lostToTheEndOfTheTest() {
            try (InjectedFault slow = faults.inject(Latency.of(Duration.ofMillis(5)), "db");
                    InjectedFault narrow = faults.toxic("bandwidth", Map.of("rate", 100L), "db")) {
                assertThat(List.of(slow, narrow)).hasSize(2);
                assertThat(isAnswered()).isTrue();
            }
            faults.inject(Lost.ALL, "db");
            assertThat(Dependency.isAnswered(faults.address("db"), Duration.ofMillis(200)))
                    .isFalse();
        }

        @Test
        void c_wholeAgain() {
            assertThat(isAnswered()).isTrue();
            assertThat(faults.port("db")).isPositive();
        }

        @Nested
        class Inner {
            @Test
            void d_theSameServer() {
                try (InjectedFault refused = faults.inject(Refused.ALL, "db")) {
                    assertThat(refused).isNotNull();
                    assertThat(isAnswered()).isFalse();
                }
            }
        }
    }

    @Test
    void aFaultEndsWithItsBlockOrItsTest() {
        Kit kit = Kit.run(Embedded.class);
        assertThat(kit.failures()).isEmpty();
        assertThat(kit.containerFailures()).isEmpty();
        assertThat(kit.passed()).isEqualTo(4);
        assertThat(kit.reported()).containsEntry("fault", "refused on db");
    }

    static class OnServer {
        @RegisterExtension
        static final RealFaults faults = onServer().proxy("db", dependency.address());

        @Test
        void refused() throws Exception {
            faults.inject(Refused.ALL, "db");
            assertThat(control.proxies().get("db").enabled()).isFalse();
            assertThat(unfinished()).hasSize(1);
        }
    }

    @Test
    void aServerThatRunsIsLeftAsItWas() throws Exception {
        assertPassed(OnServer.class);
        assertThat(control.proxies()).isEmpty();
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void aProxyThatIsThereAndLeadsThereIsUsedAndStays() throws Exception {
        control.createProxy(new ProxyState("db", "127.0.0.1:0", dependency.address(), true, List.of()));
        assertPassed(OnServer.class);
        assertThat(control.proxies()).containsKey("db");
        assertThat(control.proxies().get("db").enabled()).isTrue();
    }

    @Test
    void aProxyThatLeadsElsewhereIsSomebodyElses() throws Exception {
        control.createProxy(new ProxyState("db", "127.0.0.1:0", "127.0.0.1:1", true, List.of()));
        assertThat(Kit.run(OnServer.class).containerFailures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("must lead to " + dependency.address() + ", but leads to 127.0.0.1:1: it is somebody else's");
    }

    @Test
    void noTestBeginsOnAProxyThatIsBrokenAlreadyAndNothingIsMended() throws Exception {
        control.createProxy(new ProxyState("db", "127.0.0.1:0", dependency.address(), true, List.of()));
        control.addToxic("db", new ToxicState("theirs", "latency", "downstream", 1, "{\"latency\":5}"));
        assertThat(Kit.run(OnServer.class).failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("all proxies must be whole before a test, but proxy 'db' of ")
                .contains("has toxic 'theirs' (latency), which is not ours to mend");
        assertThat(control.proxies().get("db").toxics()).hasSize(1);
        assertThat(unfinished()).isEmpty();
    }

    static class Dirty {
        @RegisterExtension
        static final RealFaults faults = onServer().proxy("db", dependency.address());

        @Test
        void leavesAToxic() throws Exception {
            faults.inject(Refused.ALL, "db");
            control.addToxic("db", new ToxicState("forgotten", "latency", "downstream", 1, "{\"latency\":5}"));
        }
    }

    @Test
    void aTestThatLeavesTheServerBrokenFailsWithWhatIsLeft() throws Exception {
        assertThat(Kit.run(Dirty.class).failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("a test must leave all as it was, but")
                .contains("not undone: ", "toxic 'forgotten'", "left broken: proxy 'db' of ")
                .doesNotContain("foreshock heal");
        assertThat(control.proxies()).as("which the class created").isEmpty();
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void whatIsLeftOnAProxyOfSomebodyElseIsToBeHealed() throws Exception {
        control.createProxy(new ProxyState("db", "127.0.0.1:0", dependency.address(), true, List.of()));
        assertThat(Kit.run(Dirty.class).failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .endsWith("left broken: proxy 'db' of " + control.address() + " has toxic 'forgotten' (latency)")
                .contains("try again with: foreshock heal --state " + state);
        assertThat(unfinished()).hasSize(1);
        control.removeToxic("db", "forgotten");
        Kit next = Kit.run(OnServer.class);
        assertThat(next.passed()).isEqualTo(1);
        assertThat(next.reported().get("healed")).contains("clean");
        assertThat(unfinished()).isEmpty();
    }

    static class Brief {
        @RegisterExtension
        static final RealFaults faults =
                onServer().proxy("db", dependency.address()).longest(Duration.ofMillis(1));

        @Test
        void outlastsItsFault() throws Exception {
            faults.inject(Refused.ALL, "db");
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!control.proxies().get("db").enabled() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aTestThatOutlastsItsFaultFails() {
        assertThat(Kit.run(Brief.class).failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("refused on db ended by itself after 1 ms, before the test did");
    }

    static class Untouched {
        @RegisterExtension
        static final RealFaults faults = RealFaults.embedded().proxy("db", dependency.address());

        @Test
        void callsTheDependencyItself() {
            faults.inject(Latency.of(Duration.ofMillis(5)), "db");
            assertThat(Dependency.isAnswered(dependency.address())).isTrue();
        }
    }

    static class UntouchedOnPurpose {
        @RegisterExtension
        static final RealFaults faults =
                RealFaults.embedded().proxy("db", dependency.address()).mayTouchNothing();

        @Test
        void callsNothing() {
            faults.inject(Latency.of(Duration.ofMillis(5)), "db");
        }
    }

    @Test
    void aTestWhoseFaultTouchedNothingFailsUnlessThatIsMeant() {
        assertThat(Kit.run(Untouched.class).failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("latency +5ms on db touched nothing, so the test says nothing about it: does the service go"
                        + " through address(\"db\")?");
        assertPassed(UntouchedOnPurpose.class);
    }

    static class Wrong {
        @RegisterExtension
        static final RealFaults faults = RealFaults.embedded().proxy("db", dependency.address());

        @Test
        void asks() {
            assertThatThrownBy(() -> faults.inject(Refused.ALL, "bd"))
                    .hasMessageContaining("but was 'bd'; 'db' exists");
            assertThatThrownBy(() -> faults.inject(new Errors(Percent.HUNDRED), "db"))
                    .hasMessageContaining("it can do latency, lost, refused and reset");
            assertThatThrownBy(() -> faults.inject(new Latency(new Fixed(Duration.ofMillis(5)), Percent.of(30)), "db"))
                    .hasMessageContaining("must strike all calls");
            faults.inject(Refused.ALL, "db");
            assertThatThrownBy(() -> faults.inject(Refused.ALL, "db")).hasMessageContaining("is off already");
        }
    }

    @Test
    void whatAProxyCannotDoIsRefused() {
        assertPassed(Wrong.class);
    }

    static class Switched {
        @RegisterExtension
        static final RealFaults faults = onServer().proxy("db", dependency.address());

        @Test
        void injects() {
            faults.inject(Refused.ALL, "db");
        }
    }

    @Test
    void theKillSwitchKeepsTestsFromInjecting() throws Exception {
        Path kill = Files.writeString(state.resolve("stop"), "");
        try {
            assertThat(Kit.run(Switched.class).failures())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .asString()
                    .contains("the kill switch " + kill + " is there");
        } finally {
            Files.delete(kill);
        }
    }

    /** Two tests, of which one waits for the end of the other. */
    @Execution(ExecutionMode.CONCURRENT)
    static class SideBySide {
        private static final CountDownLatch ENDED = new CountDownLatch(1);

        @RegisterExtension
        static final AfterEachCallback ends = context -> ENDED.countDown();

        @RegisterExtension
        static final RealFaults faults = RealFaults.embedded().proxy("db", dependency.address());

        @Test
        void one() throws Exception {
            goesOn();
        }

        @Test
        void other() throws Exception {
            goesOn();
        }

        private static void goesOn() throws Exception {
            assertThat(ENDED.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            try (InjectedFault refused = faults.inject(Refused.ALL, "db")) {
                assertThat(refused).isNotNull();
                assertThat(Dependency.isAnswered(faults.address("db"))).isFalse();
            }
        }
    }

    @Test
    void oneOfTwoTestsSideBySideIsRefusedAndDisturbsTheOtherInNothing() {
        Kit kit = Kit.runSideBySide(SideBySide.class);
        assertThat(kit.passed()).isEqualTo(1);
        assertThat(kit.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("tests with RealFaults must run one at a time");
    }

    static class Elsewhere {
        @RegisterExtension
        static final RealFaults faults = RealFaults.on("192.0.2.1:8474").proxy("db");

        @Test
        void neverBegins() {}
    }

    @Test
    void aServerOnAnotherMachineIsRefusedUnlessItIsAskedFor() {
        assertThat(Kit.run(Elsewhere.class).containerFailures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo(
                        "the server must be on this machine, but was 192.0.2.1:8474; if others may feel what tests do, "
                                + "say beyondLoopback()");
    }

    static class NotStatic {
        @RegisterExtension
        final RealFaults faults = RealFaults.embedded().proxy("db", dependency.address());

        @Test
        void neverBegins() {}
    }

    @Test
    void aFieldThatIsNotStaticIsRefused() {
        assertThat(Kit.run(NotStatic.class).failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("must be in a static field");
    }
}
