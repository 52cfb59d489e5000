package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.internal.run.RateTable;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.AdmissionSpec.By;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The load of each component at its peak. Users' page views are spread evenly over their visits; a component passes on what it
 * admits and can serve, over its calls as they are before anybody acts. Failures, retries and refreshes are left out.
 */
final class Loads {
    private static final long MOST_WORK = 20_000_000;

    private final View view;
    private final List<String> requests;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> requestNumbers = new HashMap<>();
    private final Part[] parts;
    private final double[] users;

    /** One component, in flat arrays: there are many looks. The arrays are by class of requests, or by call and class. */
    private static final class Part {
        final double slots;
        final double passesOn;
        final double admits;
        final boolean bySession;
        final double[] busyNanos;
        final int[] targets;
        final double[][] times;
        final double[] calls;
        double mostCalls;
        double mostUtilization;
        long mostCallsAt;
        long mostUtilizationAt;

        Part(Loads loads, String name, List<Holding> holdings) {
            AdmissionSpec admission = loads.view.size(name).admits();
            List<Edge> edges = loads.view.from(name);
            slots = loads.view.size(name).slots();
            passesOn = loads.view.size(name).passesOn();
            admits = admission == null
                    ? Double.POSITIVE_INFINITY
                    : admission.rate().perSecond();
            bySession = admission != null && admission.by() == By.SESSION;
            busyNanos = holdings.stream()
                    .mapToDouble(holding -> holding.busyNanos(name))
                    .toArray();
            targets = edges.stream().mapToInt(edge -> loads.number(edge.to())).toArray();
            times = edges.stream().map(edge -> loads.times(edge)).toArray(double[][]::new);
            calls = new double[busyNanos.length];
        }

        /** Notes the load at {@code nanos} if there was none higher, and returns the share of it that is served. */
        double look(double users, long nanos) {
            double offered = 0;
            double busy = 0;
            for (int request = 0; request < calls.length; request++) {
                offered += calls[request];
                busy += calls[request] * busyNanos[request] / 1e9;
            }
            double utilization = busy / slots;
            if (offered > mostCalls) {
                mostCalls = offered;
                mostCallsAt = nanos;
            }
            if (utilization > mostUtilization) {
                mostUtilization = utilization;
                mostUtilizationAt = nanos;
            }
            return Math.min(admittedShare(users, offered), 1 / Math.max(1, utilization));
        }

        private double admittedShare(double users, double offered) {
            return Math.min(1, admits / (bySession ? users : offered));
        }
    }

    Loads(View view) {
        this.view = view;
        requests = List.copyOf(view.sent());
        requests.forEach(request -> requestNumbers.put(request, requestNumbers.size()));
        List<String> names = view.callersFirst;
        names.forEach(name -> numbers.put(name, numbers.size()));
        List<Holding> holdings =
                requests.stream().map(request -> new Holding(view, request)).toList();
        parts = names.stream().map(name -> new Part(this, name, holdings)).toArray(Part[]::new);
        users = new double[parts.length];
        long[] times = view.crowds.values().stream()
                .map(Crowds::table)
                .filter(Objects::nonNull)
                .flatMapToLong(RateTable::edgesNanos)
                .sorted()
                .distinct()
                .toArray();
        long steps =
                Arrays.stream(parts).mapToInt(part -> 1 + part.targets.length).sum();
        steps += view.crowds.values().stream()
                .mapToInt(crowd -> crowd.asks().size())
                .sum();
        long every = 1 + times.length * steps * requests.size() / MOST_WORK;
        long number = 0;
        for (long nanos : times) {
            if (number++ % every == 0) {
                look(nanos);
            }
        }
    }

    private double[] times(Edge edge) {
        double all = edge.call().share().share() * edge.call().count();
        return requests.stream()
                .mapToDouble(request -> edge.isTakenBy(request) ? all : 0)
                .toArray();
    }

    private int number(String name) {
        return numbers.getOrDefault(name, 0);
    }

    /** Returns the most calls per second that {@code component} is offered. */
    double peak(String component) {
        return parts[number(component)].mostCalls;
    }

    /** Returns when {@code component} is offered most calls. */
    long peakAtNanos(String component) {
        return parts[number(component)].mostCallsAt;
    }

    /** Returns how many times what it can serve {@code component} is offered at most. */
    double utilization(String component) {
        return parts[number(component)].mostUtilization;
    }

    /** Returns when {@code component} is offered most of what it can serve. */
    long utilizationAtNanos(String component) {
        return parts[number(component)].mostUtilizationAt;
    }

    private void look(long nanos) {
        Arrays.fill(users, 0);
        for (Part part : parts) {
            Arrays.fill(part.calls, 0);
        }
        view.crowds.values().stream().filter(Crowds::comes).forEach(crowd -> {
            double coming = crowd.usersPerSecond(nanos);
            for (Crowds.Ask ask : crowd.asks()) {
                int at = number(ask.enters());
                parts[at].calls[requestNumbers.getOrDefault(ask.request(), 0)] += coming * crowd.pages() * ask.share();
                users[at] += coming * Math.min(1, crowd.pages() * ask.share());
            }
        });
        for (int i = 0; i < parts.length; i++) {
            if (sum(parts[i].calls) > 0) {
                passOn(i, parts[i].look(users[i], nanos));
            }
        }
    }

    private void passOn(int from, double served) {
        Part part = parts[from];
        double all = sum(part.calls);
        for (int edge = 0; edge < part.targets.length; edge++) {
            double passed = 0;
            for (int request = 0; request < part.calls.length; request++) {
                double calls = part.calls[request] * served * part.passesOn * part.times[edge][request];
                parts[part.targets[edge]].calls[request] += calls;
                passed += calls;
            }
            users[part.targets[edge]] += users[from] * Math.min(1, passed / all);
        }
    }

    /** A loop: this is asked for every component at every moment. */
    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
