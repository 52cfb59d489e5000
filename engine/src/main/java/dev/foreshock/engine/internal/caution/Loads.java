package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.AdmissionSpec.By;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The calls per second that each component is offered, at its peak. Users' page views are spread evenly over their visits; a
 * component passes on what it admits and can serve, over its calls as they are before anybody acts; each class of requests
 * over the calls that it makes. Failures, retries and
 * refreshes are left out.
 */
final class Loads {
    private static final long MOST_WORK = 20_000_000;

    private final View view;
    private final Holding holding;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Part[] parts;
    /** By class of requests, those of no class first, and by component. */
    private final double[][] calls;

    private final List<String> classes;
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
        final boolean[][] made;

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
            made = edges.stream().map(edge -> loads.made(edge.call())).toArray(boolean[][]::new);
        }
    }

    Loads(View view, Holding holding) {
        this.view = view;
        this.holding = holding;
        List<String> names = view.callersFirst;
        names.forEach(name -> numbers.put(name, numbers.size()));
        classes = new ArrayList<>(view.scenario.system().requests().keySet());
        classes.add(0, "");
        parts = names.stream().map(name -> new Part(this, name)).toArray(Part[]::new);
        calls = new double[classes.size()][parts.length];
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
                * Arrays.stream(parts).mapToInt(part -> 1 + part.targets.length).sum()
                * classes.size();
        long every = 1 + work / MOST_WORK;
        long number = 0;
        for (long nanos : times) {
            if (number++ % every == 0) {
                look(nanos);
            }
        }
    }

    private boolean[] made(CallSpec call) {
        boolean[] made = new boolean[classes.size()];
        for (int i = 0; i < made.length; i++) {
            made[i] = call.forRequests().isEmpty() || call.forRequests().contains(classes.get(i));
        }
        return made;
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
        for (double[] ofClass : calls) {
            Arrays.fill(ofClass, 0);
        }
        Arrays.fill(users, 0);
        view.crowds.values().forEach(crowd -> {
            double coming = crowd.usersPerSecond(nanos);
            for (Crowds.Ask ask : crowd.asks()) {
                calls[classes.indexOf(ask.request())][number(ask.entry())] += coming * crowd.pages() * ask.share();
                users[number(ask.entry())] += coming * ask.share();
            }
        });
        for (int i = 0; i < parts.length; i++) {
            double all = 0;
            for (double[] ofClass : calls) {
                all += ofClass[i];
            }
            if (all > peaks[i]) {
                peaks[i] = all;
                peaksAt[i] = nanos;
            }
            if (all > 0) {
                passOn(i, all);
            }
        }
    }

    private void passOn(int i, double all) {
        Part part = parts[i];
        double asking = part.bySession ? users[i] : all;
        double admitted = asking > part.admits ? part.admits / asking : 1;
        double passed = Math.min(all * admitted, part.most) * part.passesOn / all;
        for (int edge = 0; edge < part.targets.length; edge++) {
            double making = 0;
            for (int k = 0; k < calls.length; k++) {
                if (part.made[edge][k]) {
                    making += calls[k][i];
                    calls[k][part.targets[edge]] += calls[k][i] * passed * part.times[edge];
                }
            }
            users[part.targets[edge]] += users[i] * admitted * Math.min(1, part.times[edge] * making / all);
        }
    }
}
