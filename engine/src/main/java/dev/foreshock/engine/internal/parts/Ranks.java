package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.spi.Workbench;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;

/** The ranks of jobs by their classes of requests, counted from 0: those that are served first. */
final class Ranks {
    private final Workbench bench;
    private final int[] ofRequest;
    private final int count;

    /** Numbers the ranks that {@code priority} names, without gaps; classes it does not name come last. */
    Ranks(Map<String, Integer> priority, Workbench bench) {
        this.bench = bench;
        TreeSet<Integer> named = new TreeSet<>(priority.values());
        count = named.size() + 1;
        ofRequest = new int[bench.requests() + 1];
        Arrays.fill(ofRequest, named.size());
        priority.forEach((request, rank) ->
                ofRequest[bench.request(request)] = named.headSet(rank).size());
    }

    /** Returns how many there are. */
    int count() {
        return count;
    }

    /** Returns the rank of a job. */
    int of(Job job) {
        return ofRequest[bench.calls().request(job.call)];
    }
}
