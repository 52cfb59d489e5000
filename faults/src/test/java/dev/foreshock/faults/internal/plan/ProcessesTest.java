package dev.foreshock.faults.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.Effect;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.fault.Slow;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.targets.Environment;
import dev.foreshock.engine.targets.ProbeTarget;
import dev.foreshock.engine.targets.ProcessTarget;
import dev.foreshock.engine.targets.ServerTarget;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.faults.control.ToxicControl;
import dev.foreshock.faults.plan.Plan;
import dev.foreshock.faults.plan.Planned;
import dev.foreshock.faults.process.MemoryProcesses;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.process.ProcessControl;
import dev.foreshock.faults.undo.ProcessChange;
import dev.foreshock.faults.undo.Reach;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Plans of faults on processes. */
class ProcessesTest {
    private static final Fixed WORK = new Fixed(Duration.ofMillis(1));
    private static final String START = "./db &";

    private final MemoryProcesses running = new MemoryProcesses();
    private final OwnedProcess one = running.run("one", START);
    private final OwnedProcess two = running.run("two", START);
    private final Map<String, ProcessTarget> processes =
            new TreeMap<>(Map.of("one", process("db", "one", START, true)));
    private Map<String, ServerTarget> servers = Map.of();
    private Environment environment = Environment.STAGING;
    private int replicas = 1;
    private @Nullable Integer connections;

    private static ProcessTarget process(String on, String name, String start, boolean allowed) {
        return new ProcessTarget(on, "/run/" + name + ".pid", start, Duration.ofSeconds(1), allowed);
    }

    private static FaultSpec fault(long at, Effect does) {
        return FaultSpec.of(Moment.after(Duration.ofSeconds(at)), Duration.ofSeconds(10), "db", does);
    }

    private Planned planned(Map<String, FaultSpec> faults) {
        var scenario = Scenario.named("s", Clock.of("2026-01-01T00:00Z", Duration.ofMinutes(10)))
                .component("db", ServerSpec.of(5, WORK).replicas(replicas).build());
        faults.forEach(scenario::fault);
        TargetSpec target = new TargetSpec(
                environment,
                servers,
                Map.of(),
                processes,
                Map.of(
                        "alive",
                        new ProbeTarget("http://127.0.0.1:1/", Duration.ofSeconds(1), Duration.ofSeconds(1), 200)),
                Duration.ofMinutes(2),
                2,
                connections,
                Duration.ofSeconds(5));
        Reach reach = new Reach() {
            @Override
            public ToxicControl server(String address) {
                throw new AssertionError("no server has to do with it");
            }

            @Override
            public ProcessControl processes() {
                return running;
            }
        };
        return new Drafting(scenario.build(), "here", target, reach, Duration.ofSeconds(2), "r1").draft();
    }

    private Plan plan(Map<String, FaultSpec> faults) {
        Planned planned = planned(faults);
        assertThat(planned).isInstanceOf(Planned.Possible.class);
        return ((Planned.Possible) planned).plan();
    }

    private String refusal(Effect effect) {
        return refusal(Map.of("f", fault(60, effect)));
    }

    private String refusal(Map<String, FaultSpec> faults) {
        Planned planned = planned(faults);
        assertThat(planned).isInstanceOf(Planned.Refused.class);
        assertThat(running.done()).isEmpty();
        return String.join("\n", ((Planned.Refused) planned).reasons());
    }

    @Test
    void whereOnlySoManyConnectionsMayBeTouchedNoProcessIsStruck() {
        connections = 10;
        assertThat(refusal(Pause.ALL))
                .contains("'pause' strikes every connection, but the target allows 10 (connections)");
    }

    @Test
    void aPauseIsSigstopAndACrashIsSigkillOfTheProcessAsItIsNow() {
        Plan plan = plan(Map.of("hang", fault(60, Pause.ALL), "crash", fault(90, Crash.ALL)));
        assertThat(plan.assignment().steps())
                .extracting(step -> step.change())
                .containsExactly(new ProcessChange.Pause(one), new ProcessChange.Kill(one));
        assertThat(plan.assignment().processes()).containsExactly(one);
        assertThat(plan.faults().get(0).changes().get(0).call())
                .isEqualTo("SIGSTOP to process 100 ('one', /run/one.pid)");
        assertThat(plan.faults().get(0).changes().get(0).inverse().byHand()).isEqualTo("kill -CONT 100");
        assertThat(plan.faults().get(1).changes().get(0).inverse().byHand()).isEqualTo("cd '/run' && sh -c './db &'");
        assertThat(plan.unleased()).containsExactly("process 'one'");
        assertThat(plan.longestAfterLoss()).isEqualTo(Duration.ofSeconds(5 + 2 * 5 + 1));
        assertThat(running.done()).isEmpty();
    }

    @Test
    void thePlanIsOfThisProcessAndNoOther() {
        String hash = plan(Map.of("f", fault(60, Pause.ALL))).hash();
        assertThat(plan(Map.of("f", fault(60, Pause.ALL))).hash()).isEqualTo(hash);
        running.run("one", START);
        assertThat(plan(Map.of("f", fault(60, Pause.ALL))).hash()).isNotEqualTo(hash);
    }

    @Test
    void replicasAreTheProcessesInTheOrderOfTheirNames() {
        processes.put("two", process("db", "two", START, true));
        replicas = 2;
        assertThat(plan(Map.of("f", fault(60, Pause.ALL))).processes()).containsExactly(one, two);
        assertThat(plan(Map.of("f", fault(60, new Pause(1)))).processes()).containsExactly(one);
        replicas = 3;
        assertThat(refusal(Pause.ALL)).contains("each of the 3 replicas of db, but has 2 (one, two)");
    }

    @Test
    void aComponentWithoutAProcessIsRefusedWithTheWayOut() {
        processes.clear();
        assertThat(refusal(Crash.ALL))
                .contains(
                        "'crash' strikes processes, but the target has none on db",
                        "processes: { db: { on: db, pid-file:");
        processes.put("one", process("dbx", "one", START, true));
        assertThat(refusal(Crash.ALL)).contains("'dbx'");
    }

    @Test
    void whatCannotBeUndoneOrIsNotAllowedIsRefused() {
        processes.put("one", process("db", "one", null, true));
        assertThat(refusal(Crash.ALL)).contains("a command that starts it again", "start:");
        assertThat(plan(Map.of("f", fault(60, Pause.ALL))).processes()).hasSize(1);
        processes.put("one", process("db", "one", START, false));
        assertThat(refusal(Pause.ALL)).contains("allowed: yes");
        assertThat(refusal(Slow.by(2))).contains("not do 'slow");
    }

    @Test
    void onlyAProcessOfTheSameUserThatRunsIsStruck() {
        running.have("one", true, true, false);
        assertThat(refusal(Pause.ALL)).contains("must not be stopped", "kill -CONT 100");
        running.have("one", false, false, false);
        assertThat(refusal(Pause.ALL)).contains("must run as the user of Foreshock");
        running.have("one", false, true, true);
        assertThat(refusal(Pause.ALL)).contains("must not be Foreshock itself");
        running.end("one");
        assertThat(refusal(Pause.ALL)).contains("process 'one' (/run/one.pid) must run, but does not");
    }

    @Test
    void processesAreStruckOnlyWhereAllIsOnThisMachineAndNoUserIs() {
        servers = Map.of("far", new ServerTarget("192.0.2.1:8474", true, false));
        assertThat(refusal(Pause.ALL)).contains("the whole target is on this machine", "192.0.2.1:8474");
        servers = Map.of();
        environment = Environment.PRODUCTION;
        assertThat(refusal(Pause.ALL)).contains("production");
    }

    @Test
    void aProcessIsStruckByOneFaultAtATimeAndByNoneOnceItWasKilled() {
        assertThat(refusal(Map.of("a", fault(60, Pause.ALL), "b", fault(65, Crash.ALL))))
                .contains("strike the same process, at the same time");
        assertThat(refusal(Map.of("a", fault(60, Crash.ALL), "b", fault(80, Pause.ALL))))
                .contains("fault 'b' must not strike a process that 'a' kills");
    }
}
