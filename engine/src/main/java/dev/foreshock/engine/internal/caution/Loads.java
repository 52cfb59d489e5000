package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.AdmissionSpec.By;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The calls per second that each component is offered, at its peak. Users' page views are spread evenly over their visits; a
 * component passes on what it admits and can serve, over its calls as they are before anybody acts. Failures, retries and
 * refreshes are left out.
 */
final class Loads {
    private static final long MOST_WORK = 20_000_000;

    private final View view;
    private final Holding holding;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Part[] parts;
    private final double[] calls;
    private final double[] users;
    private final double[] peaks;
    private final long[] peaksAt;

    /** What a look needs to know of one component, in flat arrays: there are many looks. */
    private static final class Part {
        final double most;
        final double passesOn;
        final double admits;
        final boolean bySession;
        final int[] targets;
        final double[] times;

        Part(Loads loads, String name) {
            AdmissionSpec admission = loads.view.size(name).admits();
            List<Edge> edges = loads.view.from(name);
            most = loads.most(name);
            passesOn = loads.view.size(name).passesOn();
            admits = admission == null
                    ? Double.POSITIVE_INFINITY
                    : admission.rate().perSecond();
            bySession = admission != null && admission.by() == By.SESSION;
            targets = edges.stream().mapToInt(edge -> loads.number(edge.to())).toArray();
            times = edges.stream()
                    .mapToDouble(
                            edge -> edge.call().share().share() * edge.call().count())
                    .toArray();
        }
    }

    Loads(View view, Holding holding) {
        this.view = view;
        this.holding = holding;
        List<String> names = view.callersFirst;
        names.forEach(name -> numbers.put(name, numbers.size()));
        parts = names.stream().map(name -> new Part(this, name)).toArray(Part[]::new);
        calls = new double[parts.length];
        users = new double[parts.length];
        peaks = new double[parts.length];
        peaksAt = new long[parts.length];
        TreeSet<Long> times = new TreeSet<>();
        view.crowds.values().forEach(crowd -> {
            if (crowd.table() != null) {
                crowd.table().addEdges(times);
            }
        });
        long work = (long) times.size()
                * Arrays.stream(parts).mapToInt(part -> 1 + part.targets.length).sum();
        long every = 1 + work / MOST_WORK;
        long number = 0;
        for (long nanos : times) {
            if (number++ % every == 0) {
                look(nanos);
            }
        }
    }

    private int number(String name) {
        return numbers.getOrDefault(name, 0);
    }

    /** Returns the most calls per second that {@code component} is offered. */
    double peak(String component) {
        return peaks[number(component)];
    }

    /** Returns when {@code component} is offered most. */
    long peakAtNanos(String component) {
        return peaksAt[number(component)];
    }

    /** Returns what {@code component} can serve, in calls per second. */
    double most(String component) {
        return view.size(component).slots() * 1e9 / holding.busyNanos(component);
    }

    private void look(long nanos) {
        Arrays.fill(calls, 0);
        Arrays.fill(users, 0);
        view.crowds.values().forEach(crowd -> {
            double coming = crowd.usersPerSecond(nanos);
            calls[number(crowd.enters())] += coming * crowd.pages();
            users[number(crowd.enters())] += coming;
        });
        for (int i = 0; i < parts.length; i++) {
            if (calls[i] > peaks[i]) {
                peaks[i] = calls[i];
                peaksAt[i] = nanos;
            }
            Part part = parts[i];
            double asking = part.bySession ? users[i] : calls[i];
            double admitted = asking > part.admits ? part.admits / asking : 1;
            double passed = Math.min(calls[i] * admitted, part.most) * part.passesOn;
            for (int edge = 0; edge < part.targets.length; edge++) {
                calls[part.targets[edge]] += passed * part.times[edge];
                users[part.targets[edge]] += users[i] * admitted * Math.min(1, part.times[edge]);
            }
        }
    }
}
