package dev.foreshock.cli.internal.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.targets.Environment;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.plan.Plan;
import dev.foreshock.faults.undo.Before;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    private static Before before(String server) {
        return new Before(server, List.of(new ProxyState("db", "127.0.0.1:1", "127.0.0.1:2", true, List.of())));
    }

    @Test
    void aServerThatKeepsNoLeasesIsNamedAsWhatTheGuardAloneMends() {
        TargetSpec target = new TargetSpec(
                Environment.TEST,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Duration.ofMinutes(1),
                1,
                100,
                Duration.ofSeconds(5));
        Plan plan = new Plan(
                "r1",
                "s",
                "t",
                target,
                List.of(),
                List.of(before("a:1"), before("b:1")),
                List.of("a:1"),
                Duration.ofSeconds(2));
        assertThat(PlanText.of(plan))
                .contains(
                        "  does:   a:1 POST /x/leases {\"id\":\"foreshock-r1\",\"ttl_ms\":5000,\"most_connections\":100,")
                .contains("touches at most 100 connections: the server lets all others pass\n")
                .contains("  does:   b:1 POST /proxies {\"name\":\"foreshock-fence\"")
                .endsWith(
                        "stays broken at most 9s after foreshock is killed or hangs: the lease of 5s and the time of the "
                                + "calls that undo\n"
                                + "  but until foreshock heal is run, if its guard is killed with it, as nothing else mends: b:1\n");
    }
}
