package dev.foreshock.simulated.internal.gatling;

import dev.foreshock.engine.live.SeenRequest;
import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Gatling wrote down of requests, put to what the users' part knows of them. The log names no request; but of one name the first that
 * was sent is the first that was to be, so they are put together in that order.
 *
 * @param requests all requests: those that Gatling sent as it saw them, and those that never left the part as it did
 * @param lateNanos by how much each of those that Gatling sent was sent later than it was to be, in order
 */
record Joined(List<SeenRequest> requests, List<Long> lateNanos) {
    private static final long NANOS = 1_000_000;

    /**
     * Puts them together.
     *
     * @param zeroNanos time 0 of the run, since 1970
     * @param endNanos the end of the run, since its time 0
     * @param patience how long users wait, by their class
     * @throws IllegalStateException if the log does not tell of exactly the requests that left the part
     */
    static Joined of(
            List<Passage> passages, GatlingLog log, long zeroNanos, long endNanos, Map<String, Long> patience) {
        Map<String, List<GatlingLog.Request>> told = new TreeMap<>();
        log.requests()
                .forEach(each -> told.computeIfAbsent(each.name(), key -> new ArrayList<>())
                        .add(each));
        Map<String, List<Passage>> left = new TreeMap<>();
        List<SeenRequest> requests = new ArrayList<>();
        for (Passage passage : passages) {
            if (passage.leftNanos == Passage.NEVER) {
                requests.add(stayed(passage));
            } else {
                left.computeIfAbsent(passage.name(), key -> new ArrayList<>()).add(passage);
            }
        }
        requireEqual(left, told);
        List<Long> late = new ArrayList<>();
        for (Map.Entry<String, List<Passage>> named : left.entrySet()) {
            List<Passage> intended = named.getValue();
            intended.sort(Comparator.comparingLong(passage -> passage.leftNanos));
            List<GatlingLog.Request> seen = new ArrayList<>(told.getOrDefault(named.getKey(), List.of()));
            seen.sort(Comparator.comparingLong(GatlingLog.Request::startMillis));
            for (int i = 0; i < intended.size(); i++) {
                Passage passage = intended.get(i);
                late.add(Math.max(0, seen.get(i).startMillis() * NANOS - zeroNanos - passage.leftNanos));
                long patienceNanos = patience.getOrDefault(passage.users, Long.MAX_VALUE);
                requests.add(within(endNanos, sent(passage, seen.get(i), patienceNanos)));
            }
        }
        requests.sort(Comparator.comparingLong(SeenRequest::sentNanos));
        Collections.sort(late);
        return new Joined(List.copyOf(requests), List.copyOf(late));
    }

    /** Returns the time that this share of those that Gatling sent was not late by; 0 if it sent none. */
    long lateNanos(double share) {
        return lateNanos.isEmpty() ? 0 : lateNanos.get(Math.max(0, (int) Math.ceil(share * lateNanos.size()) - 1));
    }

    private static void requireEqual(Map<String, List<Passage>> left, Map<String, List<GatlingLog.Request>> told) {
        Map<String, Integer> sent = new TreeMap<>();
        left.forEach((name, all) -> sent.put(name, all.size()));
        Map<String, Integer> logged = new TreeMap<>();
        told.forEach((name, all) -> logged.put(name, all.size()));
        if (!sent.equals(logged)) {
            throw new IllegalStateException("the log of Gatling must tell of all requests and of no other, which are "
                    + sent + ", but tells of " + logged);
        }
    }

    private static SeenRequest stayed(Passage passage) {
        long took = passage.overNanos == Passage.NEVER ? SeenRequest.PENDING : passage.overNanos - passage.sentNanos;
        return new SeenRequest(passage.users, passage.request, passage.key, passage.sentNanos, took, passage.outcome);
    }

    /** Whoever has lost patience hears no answer any more, even of a client that waited on. */
    private static SeenRequest sent(Passage passage, GatlingLog.Request seen, long patienceNanos) {
        long took = passage.beforeNanos() + (seen.endMillis() - seen.startMillis()) * NANOS + passage.afterNanos();
        Outcome outcome = took > patienceNanos ? Outcome.TIMED_OUT : Messages.outcome(seen.ok(), seen.message());
        return new SeenRequest(
                passage.users, passage.request, passage.key, passage.sentNanos, Math.min(took, patienceNanos), outcome);
    }

    private static SeenRequest within(long endNanos, SeenRequest request) {
        return request.sentNanos() + request.tookNanos() <= endNanos
                ? request
                : new SeenRequest(
                        request.users(),
                        request.request(),
                        request.key(),
                        request.sentNanos(),
                        SeenRequest.PENDING,
                        request.outcome());
    }
}
