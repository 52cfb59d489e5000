package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.internal.text.Amounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** How many replicas of each server were up: a lane for each, as high as the share that was. */
final class ServersChart {
    private static final double LANE = 34;
    private static final double HEIGHT = 24;
    private static final double TOP = 8;
    private static final double DOWN_WIDTH = 40;
    private static final int MOST = 8;

    private final Bins bins;
    private final List<Server> shown;
    private final List<Server> others;

    /** A server, how many replicas it has, and for how many bins not all of them were up. */
    private record Server(String name, List<Double> up, double all, long below) {}

    private ServersChart(Bins bins, List<Server> servers) {
        this.bins = bins;
        List<Server> ranked = servers.stream()
                .sorted(Comparator.comparingLong(server -> -server.below()))
                .toList();
        boolean few = ranked.size() <= MOST;
        shown = ranked.stream()
                .filter(server -> few || server.below() > 0)
                .limit(MOST)
                .toList();
        others = ranked.subList(shown.size(), ranked.size());
    }

    static List<Figure> of(Bins bins) {
        List<Server> servers = new ArrayList<>();
        bins.gauges("up").forEach((name, up) -> {
            double all = Bins.most(up);
            servers.add(new Server(
                    name, up, all, up.stream().filter(count -> count < all).count()));
        });
        return servers.isEmpty() ? List.of() : List.of(new ServersChart(bins, servers).figure());
    }

    private Figure figure() {
        String sentence = sentence();
        List<Curve> curves = shown.stream()
                .map(server -> bins.steps(server.name(), server.up()))
                .toList();
        return new Figure(
                "Servers up", sentence, draw(sentence), curves.isEmpty() ? "" : bins.table(curves, Amounts::digits));
    }

    private String sentence() {
        List<Server> alwaysUp = new ArrayList<>(shown);
        alwaysUp.addAll(others);
        alwaysUp.removeIf(server -> server.below() > 0);
        String names = Names.of(alwaysUp.stream().map(Server::name).toList());
        List<Server> hidden =
                others.stream().filter(server -> server.below() > 0).toList();
        if (alwaysUp.size() == shown.size() + others.size()) {
            return "Every server was up all the time: " + names + ".";
        }
        String text = shown.stream()
                        .filter(server -> server.below() > 0)
                        .map(this::outage)
                        .collect(Collectors.joining("; "))
                + ".";
        if (!hidden.isEmpty()) {
            text += " Not drawn, as it was shorter: "
                    + Names.of(hidden.stream().map(Server::name).toList()) + ", "
                    + Amounts.span(hidden.get(0).below() * bins.seconds()) + " or less.";
        }
        return alwaysUp.isEmpty() ? text : text + " Up all the time: " + names + ".";
    }

    private String outage(Server server) {
        return server.name() + " was not fully up for " + Amounts.span(server.below() * bins.seconds()) + ", at worst "
                + Amounts.count(Bins.least(server.up())) + " of " + Amounts.count(server.all());
    }

    private String draw(String label) {
        double bottom = TOP + LANE * shown.size();
        Svg svg = new Svg(TimeAxis.WIDTH, bottom + 24, label);
        Backdrop.draw(svg, bins.run(), TOP, bottom);
        double y = TOP;
        for (Server server : shown) {
            lane(svg, server, y + LANE - 3);
            y += LANE;
        }
        svg.line(TimeAxis.LEFT, bottom, TimeAxis.RIGHT, bottom, Ink.FRAME);
        return svg.toString();
    }

    private void lane(Svg svg, Server server, double base) {
        DottedName.of(server.name()).draw(svg, TimeAxis.LEFT - 8, base - HEIGHT / 2 - 2, "end");
        TimeAxis time = new TimeAxis(bins.run().clock());
        long bin = bins.series().binNanos();
        List<Double> up = server.up();
        for (int from = 0; from < up.size(); ) {
            double count = up.get(from);
            int until = from + 1;
            while (until < up.size() && up.get(until) == count) {
                until++;
            }
            double left = time.x(from * bin);
            double right = time.x(until * bin);
            double height = server.all() == 0 ? 0 : HEIGHT * count / server.all();
            if (height > 0) {
                svg.rect(left, base - height, right - left, height, Ink.STEP, words(server, count, from, until));
            } else if (height == 0 && right - left > DOWN_WIDTH) {
                svg.text((left + right) / 2, base - HEIGHT / 2 + 4, "middle", Ink.TEXT, "down");
            }
            from = until;
        }
        svg.path("M" + Svg.n(TimeAxis.LEFT) + " " + Svg.n(base) + "H" + Svg.n(TimeAxis.RIGHT), Ink.FRAME);
    }

    private String words(Server server, double count, int from, int until) {
        return server.name() + ": " + Amounts.count(count) + " of " + Amounts.count(server.all()) + " up, "
                + bins.time(from) + " to " + bins.time(until);
    }
}
