package dev.foreshock.faults.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.fault.Effect;
import dev.foreshock.engine.fault.Errors;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.fault.Refused;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Uniform;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.targets.Environment;
import dev.foreshock.engine.targets.LinkTarget;
import dev.foreshock.engine.targets.ProbeTarget;
import dev.foreshock.engine.targets.ProcessTarget;
import dev.foreshock.engine.targets.ServerTarget;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.plan.Plan;
import dev.foreshock.faults.plan.Planned;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.MemoryServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DraftingTest {
    private static final String SERVER = "127.0.0.1:8474";
    private static final Fixed WORK = new Fixed(Duration.ofMillis(1));
    private static final Latency SLOW = new Latency(new Fixed(Duration.ofMillis(200)), Percent.HUNDRED);

    private final MemoryServer server = new MemoryServer(SERVER, MemoryServer.proxy("db"), MemoryServer.proxy("cache"));
    private Map<String, LinkTarget> links = new TreeMap<>(Map.of("queries", link("web.queries", "db")));
    private Map<String, ServerTarget> servers = Map.of("local", new ServerTarget(SERVER, false, false));
    private Map<String, ProcessTarget> processes = Map.of();
    private int atOnce = 1;
    private @Nullable Integer connections;

    private static LinkTarget link(String on, String proxy) {
        return new LinkTarget(on, "local", proxy, "127.0.0.1:2", true, false, null);
    }

    private static FaultSpec fault(long at, long lasts, String on, Effect does) {
        return FaultSpec.of(Moment.after(Duration.ofSeconds(at)), Duration.ofSeconds(lasts), on, does);
    }

    private static Scenario scenario(Map<String, FaultSpec> faults, Action... actions) {
        var builder = Scenario.named("slow-db", Clock.of("2026-01-01T00:00Z", Duration.ofMinutes(10)))
                .component(
                        "web",
                        ServerSpec.of(5, WORK)
                                .call("queries", CallSpec.plain().to("db"))
                                .call("cache", CallSpec.plain())
                                .build())
                .component(
                        "jobs",
                        ServerSpec.of(5, WORK).call("cache", CallSpec.plain()).build())
                .component("db", ServerSpec.of(5, WORK).build())
                .component("cache", ServerSpec.of(5, WORK).build());
        faults.forEach(builder::fault);
        return builder.responder("sam", ResponderSpec.reachedIn(Duration.ZERO))
                .step("mend", StepSpec.by("sam", Duration.ZERO).does(actions).build())
                .build();
    }

    private Planned planned(String run, Map<String, FaultSpec> faults) {
        return planned(run, scenario(faults));
    }

    private Planned planned(String run, Scenario scenario) {
        TargetSpec target = new TargetSpec(
                Environment.STAGING,
                servers,
                links,
                processes,
                Map.of(
                        "alive",
                        new ProbeTarget("http://127.0.0.1:1/", Duration.ofSeconds(1), Duration.ofSeconds(1), 200)),
                Duration.ofMinutes(2),
                atOnce,
                connections,
                Duration.ofSeconds(5));
        return new Drafting(scenario, "here", target, address -> server, Duration.ofSeconds(2), run).draft();
    }

    private Plan plan(Map<String, FaultSpec> faults) {
        Planned planned = planned("r1", faults);
        assertThat(planned).isInstanceOf(Planned.Possible.class);
        return ((Planned.Possible) planned).plan();
    }

    private String refusal(Map<String, FaultSpec> faults) {
        Planned planned = planned("r1", faults);
        assertThat(planned).isInstanceOf(Planned.Refused.class);
        assertThat(server.calls()).allMatch("GET"::equals);
        return String.join("\n", ((Planned.Refused) planned).reasons());
    }

    private String refusal(Effect effect) {
        return refusal(Map.of("f", fault(60, 30, "web.queries", effect)));
    }

    private List<Change> changes(Effect effect) {
        return plan(Map.of("f", fault(60, 30, "web.queries", effect)))
                .faults()
                .get(0)
                .changes();
    }

    private static Change toxic(int number, String type, String stream, double toxicity, String attributes) {
        return new Change.AddToxic(
                SERVER, "db", new ToxicState(Change.toxicName("r1", number), type, stream, toxicity, attributes));
    }

    @Test
    void thatNobodyPlaysTheRunbookIsSaidOfAFaultThatAStepEnds() {
        Scenario ended = scenario(Map.of("f", fault(60, 30, "web.queries", SLOW)), new Action.End("f"));
        Plan plan = ((Planned.Possible) planned("r1", ended)).plan();
        assertThat(plan.faults().get(0).toNanos() - plan.faults().get(0).fromNanos())
                .isEqualTo(Duration.ofSeconds(30).toNanos());
        assertThat(plan.faults().get(0).notes())
                .contains(
                        "nobody plays the runbook here: step mend does not end it before its time; Ctrl-C does, and foreshock stop");
        FaultSpec endless = new FaultSpec(Moment.after(Duration.ofSeconds(60)), null, "web.queries", SLOW, true);
        Planned refused = planned("r1", scenario(Map.of("f", endless), new Action.End("f")));
        assertThat(((Planned.Refused) refused).reasons())
                .containsExactly(
                        "fault 'f': it must say how long it lasts: what is injected must end by itself, as nobody"
                                + " plays the runbook here");
    }

    @Test
    void whatAProxyCanDoIsPlanned() {
        assertThat(changes(SLOW)).containsExactly(toxic(0, "latency", "upstream", 1, "{\"jitter\":0,\"latency\":200}"));
        assertThat(changes(new Latency(new Uniform(Duration.ofMillis(50), Duration.ofMillis(150)), Percent.HUNDRED)))
                .containsExactly(toxic(0, "latency", "upstream", 1, "{\"jitter\":50,\"latency\":100}"));
        assertThat(changes(new Lost(Percent.HUNDRED)))
                .containsExactly(
                        toxic(0, "timeout", "upstream", 1, "{\"timeout\":0}"),
                        toxic(1, "timeout", "downstream", 1, "{\"timeout\":0}"));
        assertThat(changes(new Refused(Percent.HUNDRED))).containsExactly(new Change.Disable(SERVER, "db"));
    }

    @Test
    void whereTheServerKeepsLeasesThePlanUsesThem() {
        Map<String, FaultSpec> faults = Map.of("f", fault(60, 30, "web.queries", SLOW));
        Plan plain = plan(faults);
        assertThat(plain.unleased()).containsExactly(SERVER);
        assertThat(plain.longestAfterLoss()).isEqualTo(Duration.ofSeconds(5 + 2 * 2 * 2));
        server.keepLeases();
        Plan leased = plan(faults);
        assertThat(leased.unleased()).isEmpty();
        assertThat(leased.longestAfterLoss()).isEqualTo(Duration.ofMillis(5250));
        assertThat(leased.assignment().leasing()).containsExactly(SERVER);
        assertThat(leased.fenceCall(leased.before().get(0)))
                .startsWith(
                        "POST /x/leases {\"id\":\"foreshock-r1\",\"ttl_ms\":5000,\"changes\":[{\"create\":{\"name\":"
                                + "\"foreshock-fence\"");
        Change change = leased.faults().get(0).changes().get(0);
        assertThat(leased.call(leased.faults().get(0), change))
                .isEqualTo("POST /x/leases/foreshock-r1/changes {\"most_ms\":35000,\"changes\":[{\"proxy\":\"db\","
                        + "\"toxic\":{\"name\":\"foreshock-r1-0\",\"type\":\"latency\",\"stream\":\"upstream\","
                        + "\"toxicity\":1.0,\"attributes\":{\"jitter\":0,\"latency\":200}}}]}");
        assertThat(leased.hash()).isNotEqualTo(plain.hash());
    }

    @Test
    void whatAProxyCannotDoRefusesThePlan() {
        assertThat(refusal(new Errors(Percent.HUNDRED))).contains("fault 'f'", "sees bytes");
        assertThat(refusal(new Refused(Percent.of(50)))).contains("strikes 50%");
        assertThat(refusal(new Lost(Percent.of(50)))).contains("strikes 50%");
        assertThat(refusal(new Latency(new Exponential(Duration.ofMillis(5)), Percent.HUNDRED)))
                .contains("exponential");
        assertThat(refusal(new Latency(new Fixed(Duration.ofNanos(1_500_000)), Percent.HUNDRED)))
                .contains("whole milliseconds");
    }

    @Test
    void aShareOfCallsIsOneOfConnectionsOnlyWhereEachCallConnects() {
        Latency some = new Latency(new Fixed(Duration.ofMillis(200)), Percent.of(25));
        assertThat(refusal(some)).contains("each-call-connects: yes");
        links.put("queries", new LinkTarget("web.queries", "local", "db", "127.0.0.1:2", true, true, null));
        assertThat(changes(some))
                .containsExactly(toxic(0, "latency", "upstream", 0.25, "{\"jitter\":0,\"latency\":200}"));
    }

    @Test
    void aFaultOnAComponentIsOnAllCallsToIt() {
        Map<String, FaultSpec> faults = Map.of("f", fault(60, 30, "cache", SLOW));
        assertThat(refusal(faults)).contains("no link on jobs.cache");
        links.put("one", link("jobs.cache", "cache"));
        assertThat(refusal(faults)).contains("no link on web.cache");
        links.put("one", link("cache", "cache"));
        assertThat(plan(faults).faults().get(0).changes()).hasSize(1);
        links.put("other", link("web.cache", "db"));
        links.remove("queries");
        links.put("one", link("jobs.cache", "cache"));
        assertThat(plan(faults).faults().get(0).changes())
                .extracting(change -> ((Change.OnServer) change).proxy())
                .containsExactly("cache", "db");
    }

    @Test
    void aFaultOnOneCallDoesNotStrikeOthers() {
        links.put("one", link("cache", "cache"));
        assertThat(refusal(Map.of("f", fault(60, 30, "web.cache", SLOW))))
                .contains("carries all calls to it (jobs.cache, web.cache), not only web.cache");
        links.put("queries", link("db", "db"));
        assertThat(plan(Map.of("f", fault(60, 30, "web.queries", SLOW))).faults())
                .hasSize(1);
    }

    @Test
    void whatIsNotAllowedIsNotTouched() {
        links.put("queries", new LinkTarget("web.queries", "local", "db", "127.0.0.1:2", false, false, null));
        assertThat(refusal(SLOW)).contains("must be allowed");
    }

    @Test
    void aFaultMustEndAndSoonEnough() {
        assertThat(refusal(Map.of(
                        "f", new FaultSpec(Moment.after(Duration.ofSeconds(9)), null, "web.queries", SLOW, true))))
                .contains("must say how long it lasts");
        assertThat(refusal(Map.of("f", fault(60, 121, "web.queries", SLOW)))).contains("at most the 2m");
    }

    @Test
    void noMoreFaultsStandAtOnceThanTheTargetAllows() {
        links.put("one", link("cache", "cache"));
        Map<String, FaultSpec> faults =
                Map.of("a", fault(60, 30, "web.queries", SLOW), "b", fault(89, 30, "cache", SLOW));
        assertThat(refusal(faults)).contains("at most 1 faults").contains("a, b");
        atOnce = 2;
        assertThat(plan(faults).faults()).hasSize(2);
        atOnce = 1;
        assertThat(plan(Map.of("a", fault(60, 30, "web.queries", SLOW), "b", fault(90, 30, "cache", SLOW)))
                        .faults())
                .hasSize(2);
    }

    @Test
    void twoFaultsDoNotTurnOffOneProxyAtTheSameTime() {
        atOnce = 2;
        Refused off = new Refused(Percent.HUNDRED);
        assertThat(refusal(Map.of("a", fault(60, 30, "web.queries", off), "b", fault(70, 30, "web.queries", off))))
                .contains("must not turn off the same proxy");
    }

    @Test
    void whatIsNotAsTheTargetSaysRefusesThePlan() {
        server.become(new TreeMap<>(Map.of("cache", MemoryServer.proxy("cache"))));
        assertThat(refusal(SLOW)).contains("must be there, but is not; it has: cache");
        server.become(
                new TreeMap<>(Map.of("db", new ProxyState("db", "127.0.0.1:1", "10.0.0.1:5432", true, List.of()))));
        assertThat(refusal(SLOW)).contains("must lead to 127.0.0.1:2, but leads to 10.0.0.1:5432");
        server.become(
                new TreeMap<>(Map.of("db", new ProxyState("db", "127.0.0.1:1", "127.0.0.1:2", false, List.of()))));
        assertThat(refusal(SLOW)).contains("is disabled");
        server.become(new TreeMap<>(
                Map.of("db", MemoryServer.proxy("db", new ToxicState("theirs", "x", "upstream", 1, "{}")))));
        assertThat(refusal(SLOW)).contains("has 'theirs', which is not ours");
        server.become(
                new TreeMap<>(Map.of("db", MemoryServer.proxy("db"), Change.FENCE, MemoryServer.proxy(Change.FENCE))));
        assertThat(refusal(SLOW)).contains("another run has");
        server.have(call -> MemoryServer.Fate.NOT_SENT);
        assertThat(refusal(SLOW)).contains("no connection");
    }

    @Test
    void aServerElsewhereIsNotTouchedUnlessTheTargetSaysSo() {
        servers = Map.of("local", new ServerTarget("192.0.2.1:8474", false, false));
        assertThat(refusal(SLOW)).contains("must be on this machine").contains("remote: yes");
        servers = Map.of("local", new ServerTarget("192.0.2.1:8474", true, false));
        assertThat(changes(SLOW)).hasSize(1);
    }

    @Test
    void theClockBeginsWithTheFirstFault() {
        links.put("one", link("cache", "cache"));
        Plan plan = plan(Map.of("late", fault(200, 30, "cache", SLOW), "soon", fault(60, 20, "web.queries", SLOW)));
        assertThat(plan.faults())
                .extracting(fault -> fault.name() + " " + fault.fromNanos() / 1_000_000_000 + " to "
                        + fault.toNanos() / 1_000_000_000)
                .containsExactly("soon 0 to 20", "late 140 to 170");
        assertThat(plan.length()).isEqualTo(Duration.ofSeconds(170));
        assertThat(plan.life(plan.faults().get(0))).isEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void theHashIsOfWhatWouldBeDoneAndOfHowThingsAreNow() {
        Map<String, FaultSpec> faults = Map.of("f", fault(60, 30, "web.queries", SLOW));
        String hash = plan(faults).hash();
        assertThat(((Planned.Possible) planned("r2", faults)).plan().hash())
                .as("whatever the run is called")
                .isEqualTo(hash);
        assertThat(plan(Map.of("f", fault(60, 31, "web.queries", SLOW))).hash()).isNotEqualTo(hash);
        assertThat(plan(Map.of("g", fault(60, 30, "web.queries", SLOW))).hash()).isNotEqualTo(hash);
        links.put("idle", link("jobs.cache", "cache"));
        assertThat(plan(faults).hash()).as("the target changed").isNotEqualTo(hash);
        links.remove("idle");
        assertThat(plan(faults).hash()).isEqualTo(hash);
        server.become(new TreeMap<>(Map.of("db", new ProxyState("db", "127.0.0.1:9", "127.0.0.1:2", true, List.of()))));
        assertThat(plan(faults).hash()).as("the server changed").isNotEqualTo(hash);
    }

    @Test
    void onlySoManyConnectionsAreStruckWhereTheTargetSaysHowMany() {
        Map<String, FaultSpec> faults = Map.of("f", fault(60, 30, "web.queries", SLOW));
        server.keepLeases();
        Plan any = plan(faults);
        assertThat(any.fenceCall(any.before().get(0))).doesNotContain("most_connections");
        connections = 100;
        Plan some = plan(faults);
        assertThat(some.assignment().connections()).isEqualTo(100);
        assertThat(some.fenceCall(some.before().get(0))).contains("\"ttl_ms\":5000,\"most_connections\":100,");
        assertThat(some.hash()).isNotEqualTo(any.hash());
    }

    @Test
    void aNumberOfConnectionsThatCannotBeKeptToRefusesThePlan() {
        connections = 100;
        assertThat(refusal(SLOW))
                .contains("server 'local' must be able to spare connections beyond the 100 that the target allows")
                .contains("foreshock toxiproxy");
        server.keepLeases();
        assertThat(refusal(new Refused(Percent.HUNDRED)))
                .contains("'refused' strikes every connection, but the target allows 100 (connections)");
        assertThat(changes(new Lost(Percent.HUNDRED))).hasSize(2);
        servers = Map.of(
                "local",
                new ServerTarget(SERVER, false, false),
                "other",
                new ServerTarget("127.0.0.1:8475", false, false));
        links.put("one", new LinkTarget("cache", "other", "cache", "127.0.0.1:2", true, false, null));
        assertThat(refusal(Map.of("f", fault(60, 30, "web.queries", SLOW), "g", fault(100, 30, "cache", SLOW))))
                .contains("the faults must go through one server", "local, other");
    }

    @Test
    void withoutAFaultThereIsNoPlan() {
        assertThat(refusal(Map.of())).contains("must have a fault");
    }

    @Test
    void theUsersNetworkIsALinkToo() {
        Scenario scenario = Scenario.named("s", Clock.of("2026-01-01T00:00Z", Duration.ofMinutes(10)))
                .component("web", ServerSpec.of(5, WORK).build())
                .users(
                        "client",
                        new dev.foreshock.engine.model.UsersSpec(
                                "web",
                                dev.foreshock.engine.model.VisitSpec.of(
                                        new dev.foreshock.engine.law.Geometric(1), WORK),
                                Duration.ofSeconds(10),
                                new dev.foreshock.engine.model.FailureHabits(Percent.ZERO, WORK, 0),
                                LinkSpec.NONE))
                .build();
        Places places = new Places(
                scenario,
                new TargetSpec(
                        Environment.TEST,
                        servers,
                        Map.of("front", link("users.client", "db")),
                        Map.of(),
                        Map.of(),
                        Duration.ofMinutes(1),
                        1,
                        null,
                        Duration.ofSeconds(5)));
        org.assertj.core.api.Assertions.assertThatCode(
                        () -> assertThat(places.of("web")).hasSize(1))
                .doesNotThrowAnyException();
    }
}
