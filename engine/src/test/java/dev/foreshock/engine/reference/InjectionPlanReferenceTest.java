package dev.foreshock.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.load.InjectionPlan;
import dev.foreshock.engine.load.PlannedUser;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.random.KeyedRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The plan has the users whom the simulator has, and each comes when it comes there, whatever the system does to them. */
class InjectionPlanReferenceTest {
    /** A request of the simulator. */
    private record Sent(String users, String request, long atNanos) {}

    @Test
    void everyUserOfTheSimulatorIsPlannedAndNoOther() {
        int planned = 0;
        Set<Long> later = new TreeSet<>();
        for (long seed = 0; seed < 80; seed++) {
            Scenario scenario = RandomScenario.of(seed);
            Map<Long, Sent> sent = simulated(scenario, seed);
            List<PlannedUser> users = InjectionPlan.of(scenario, seed, 0).users();
            for (PlannedUser user : users) {
                assertThat(first(user, sent))
                        .as("seed %d: %s", seed, user)
                        .isEqualTo(new Sent(user.users(), user.requests().get(0), user.atNanos()));
            }
            Map<Long, Sent> unplanned = new HashMap<>(sent);
            users.forEach(user -> removeAll(user, unplanned));
            assertThat(unplanned).as("seed %d", seed).isEmpty();
            planned += users.size();
            users.stream().filter(user -> user.requests().size() > 1).forEach(user -> later.add(user.session()));
        }
        assertThat(planned).as("users planned").isGreaterThan(1_000);
        assertThat(later).as("those of them who ask for more than a page").hasSizeGreaterThan(100);
    }

    private static Map<Long, Sent> simulated(Scenario scenario, long seed) {
        Map<Long, Sent> sent = new HashMap<>();
        Simulation.of(scenario).replication(seed, 0, Watcher.NONE, new Probe() {
            @Override
            public void sent(String users, String request, long key, long now) {
                sent.put(key, new Sent(users, request, now));
            }
        });
        return sent;
    }

    /** The first page of one who is there from the start is the one after the thought. */
    private static Sent first(PlannedUser user, Map<Long, Sent> sent) {
        Sent first = sent.get(KeyedRandom.key(user.session(), 0, 0));
        return first == null ? sent.get(KeyedRandom.key(user.session(), 1, 0)) : first;
    }

    /** Takes away what a user asked for: page after page, each refreshed until it came. */
    private static void removeAll(PlannedUser user, Map<Long, Sent> sent) {
        for (int page = sent.containsKey(KeyedRandom.key(user.session(), 0, 0)) ? 0 : 1; ; page++) {
            int refresh = 0;
            while (sent.remove(KeyedRandom.key(user.session(), page, refresh)) != null) {
                refresh++;
            }
            if (refresh == 0) {
                return;
            }
        }
    }
}
