package dev.foreshock.engine.load;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.live.Beyond;
import dev.foreshock.engine.live.Hop;
import dev.foreshock.engine.live.PartOptions;
import dev.foreshock.engine.live.UsersPart;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/**
 * Who comes when in one replication. It is what the users themselves do where every request is answered soon and nothing fails: when they
 * come, and what they ask for, does not hang on what they find.
 *
 * @param users the users, in the order of their coming
 */
public record InjectionPlan(List<PlannedUser> users) {
    /** How soon a request is answered: not at once, lest one who does not think ask without end. */
    private static final long ANSWER_NANOS = 1_000_000;

    /** Copies the list. */
    public InjectionPlan {
        users = List.copyOf(users);
    }

    /**
     * Returns the plan of a replication.
     *
     * @throws dev.foreshock.engine.describe.InvalidScenarioException if anything in the scenario is wrong
     */
    public static InjectionPlan of(Scenario scenario, long seed, int replication) {
        // Who is on the way when the run ends comes too.
        Map<String, UsersSpec> near = new TreeMap<>(scenario.users());
        near.replaceAll((name, users) -> users.over(LinkSpec.NONE));
        return new Rehearsing().plan(scenario.withFaults(Map.of()).withUsers(near), PartOptions.of(seed, replication));
    }

    /** Lets users go through an ideal system. */
    private static final class Rehearsing implements Beyond, Probe {
        private final Map<Long, Came> cameByKey = new HashMap<>();
        private final Map<Long, List<String>> requests = new LinkedHashMap<>();
        private final List<PlannedUser> first = new ArrayList<>();
        private final Queue<Asked> asked = new ArrayDeque<>();
        private long nowNanos;

        private record Came(String users, long atNanos) {}

        private record Asked(long ticket, long answeredNanos) {}

        InjectionPlan plan(Scenario scenario, PartOptions options) {
            UsersPart part = UsersPart.of(scenario, options.seenBy(this), this);
            long end = scenario.clock().lengthNanos();
            while (nowNanos < end) {
                long due = part.advance(nowNanos);
                for (Asked next = asked.peek(); next != null && next.answeredNanos <= nowNanos; next = asked.peek()) {
                    part.answered(asked.remove().ticket, Outcome.OK);
                    due = nowNanos;
                }
                Asked next = asked.peek();
                nowNanos = Math.min(end, next == null ? due : Math.min(due, next.answeredNanos));
            }
            return new InjectionPlan(first.stream()
                    .map(user -> new PlannedUser(
                            user.users(),
                            user.session(),
                            user.atNanos(),
                            requests.getOrDefault(user.session(), List.of())))
                    .sorted(Comparator.comparingLong(PlannedUser::atNanos))
                    .toList());
        }

        @Override
        public void sent(String users, String request, long key, long now) {
            cameByKey.put(key, new Came(users, now));
        }

        @Override
        public void send(long ticket, Hop hop) {
            asked.add(new Asked(ticket, nowNanos + ANSWER_NANOS));
            Came came = cameByKey.remove(hop.key());
            if (came == null || hop.key() != hop.wish()) {
                return;
            }
            requests.computeIfAbsent(hop.session(), session -> {
                        first.add(new PlannedUser(came.users, session, came.atNanos, List.of()));
                        return new ArrayList<>();
                    })
                    .add(hop.request());
        }

        @Override
        public void stop(long ticket) {
            // Nobody loses patience here but one who has next to none.
        }

        @Override
        public void answer(long ticket, Outcome outcome) {
            throw new IllegalStateException("nobody calls users");
        }

        @Override
        public void act(Action action) {
            // What people do changes nothing for users who are all served.
        }
    }
}
