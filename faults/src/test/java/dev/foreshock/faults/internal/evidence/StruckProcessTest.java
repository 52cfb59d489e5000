package dev.foreshock.faults.internal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.internal.evidence.Finding.Nothing;
import dev.foreshock.faults.internal.evidence.Finding.Touched;
import dev.foreshock.faults.process.MemoryProcesses;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.process.Signal;
import dev.foreshock.faults.undo.ProcessChange;
import org.junit.jupiter.api.Test;

class StruckProcessTest {
    private final MemoryProcesses processes = new MemoryProcesses();
    private final OwnedProcess process = processes.run("db", "./db");
    private final StruckProcess paused = new StruckProcess(processes, new ProcessChange.Pause(process));
    private final StruckProcess killed = new StruckProcess(processes, new ProcessChange.Kill(process));

    @Test
    void aProcessThatIsStoppedWasTouchedByItsPause() throws Exception {
        processes.send(Signal.STOP, process.identity());
        assertThat(paused.end()).isEqualTo(new Touched("process 100 ('db', /run/db.pid), which is stopped"));
    }

    @Test
    void aPauseThatSomebodyEndedIsNoEvidence() {
        assertThat(paused.end()).isInstanceOf(Nothing.class);
        processes.end("db");
        assertThat(paused.end())
                .isInstanceOf(Nothing.class)
                .satisfies(finding -> assertThat(finding.text()).contains("ended while it was to be paused"));
    }

    @Test
    void aProcessThatIsGoneWasTouchedByItsCrashAlsoWhereAnotherServesInItsPlace() throws Exception {
        assertThat(killed.end()).isInstanceOf(Nothing.class);
        processes.send(Signal.KILL, process.identity());
        processes.start(process);
        assertThat(killed.end()).isEqualTo(new Touched("process 100 ('db', /run/db.pid), which is gone"));
    }
}
