package dev.foreshock.engine.reference;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.result.Users;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is to see of a run: every request of users and between components, in order, and the journal.
 *
 * @param sights the requests
 * @param journal the journal
 * @param users the users who count, and those of them who were affected
 */
record Story(List<Sight> sights, List<JournalEntry> journal, Users users) {
    /** What can be seen of a request. */
    enum What {
        SENT,
        ENDED,
        ARRIVED,
        BEGAN,
        ANSWERED
    }

    /**
     * One thing that was seen.
     *
     * @param atNanos when
     * @param what what happened
     * @param where the component or class of users
     * @param kind the class of requests
     * @param key what names the request
     * @param nanos how long it took or waited; -1 where that means nothing
     * @param outcome how it ended; empty while it has not
     */
    record Sight(long atNanos, What what, String where, String kind, long key, long nanos, String outcome) {
        @Override
        public String toString() {
            return atNanos + " ns: " + where + " " + what + (kind.isEmpty() ? "" : " " + kind) + " "
                    + Long.toHexString(key) + (nanos < 0 ? "" : " after " + nanos + " ns") + " " + outcome;
        }
    }

    /** Writes down what a probe hears. */
    static class Recorder implements Probe {
        private final List<Sight> sights;

        Recorder() {
            this(new ArrayList<>());
        }

        /** Creates one that writes to a list that others write to as well. */
        Recorder(List<Sight> sights) {
            this.sights = sights;
        }

        Story story(List<JournalEntry> journal, Users users) {
            return new Story(sights, journal, users);
        }

        @Override
        public void sent(String users, String request, long key, long nowNanos) {
            sights.add(new Sight(nowNanos, What.SENT, users, request, key, -1, ""));
        }

        @Override
        public void ended(String users, String request, long key, Outcome outcome, long tookNanos, long nowNanos) {
            sights.add(new Sight(nowNanos, What.ENDED, users, request, key, tookNanos, outcome.text()));
        }

        @Override
        public void arrived(String component, String request, long key, long nowNanos) {
            sights.add(new Sight(nowNanos, What.ARRIVED, component, request, key, -1, ""));
        }

        @Override
        public void began(String component, long waitedNanos, long nowNanos) {
            sights.add(new Sight(nowNanos, What.BEGAN, component, "", 0, waitedNanos, ""));
        }

        @Override
        public void answered(
                String component, String request, long key, Outcome outcome, long insideNanos, long nowNanos) {
            sights.add(new Sight(nowNanos, What.ANSWERED, component, request, key, insideNanos, outcome.text()));
        }
    }

    /** Returns what the engine makes of a replication. */
    static Story simulated(Scenario scenario, long seed, int replication) {
        Recorder recorder = new Recorder();
        RunResult result = Simulation.of(scenario).replication(seed, replication, Watcher.NONE, recorder);
        return recorder.story(result.journal().entries(), result.users());
    }

    /** Returns where this story and another first differ; empty if they are the same. */
    String difference(Story other) {
        String requests = firstDifference(sights, other.sights);
        String notes = requests.isEmpty() ? firstDifference(journal, other.journal) : requests;
        return notes.isEmpty() ? firstDifference(List.of(users), List.of(other.users)) : notes;
    }

    private static String firstDifference(List<?> ours, List<?> theirs) {
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            Object mine = i < ours.size() ? ours.get(i) : "nothing more";
            Object its = i < theirs.size() ? theirs.get(i) : "nothing more";
            if (!mine.equals(its)) {
                String before = i == 0 ? "" : " (after " + ours.get(i - 1) + ")";
                return "the interpreter has " + mine + ", the engine " + its + before;
            }
        }
        return "";
    }
}
