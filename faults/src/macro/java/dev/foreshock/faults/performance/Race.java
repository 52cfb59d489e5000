package dev.foreshock.faults.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All contestants with one number of connections, in turns: each round has a lap of each, and begins with another one.
 *
 * @param connections how many connections there are
 * @param echo results by contestant, then by round
 * @param bulk results by contestant, then by round
 */
record Race(int connections, List<List<EchoLap.Result>> echo, List<List<BulkLap.Result>> bulk) {
    private static final int WARM_UP = 2;

    static Race run(Contestants contestants, FarEnd far, int connections, int rounds, long millis) throws Exception {
        List<Contestant> all = contestants.all();
        Race race = new Race(connections, new ArrayList<>(), new ArrayList<>());
        all.forEach(each -> {
            race.echo.add(new ArrayList<>());
            race.bulk.add(new ArrayList<>());
        });
        try (Clients clients = new Clients()) {
            for (int round = -WARM_UP; round < rounds; round++) {
                for (int i = 0; i < all.size(); i++) {
                    int which = Math.floorMod(round + i, all.size());
                    Contestant contestant = all.get(which);
                    EchoLap.Result echoed = EchoLap.run(clients, contestant, connections, millis);
                    BulkLap.Result moved = BulkLap.run(clients, far, contestant, connections, millis);
                    if (round >= 0) {
                        race.echo.get(which).add(echoed);
                        race.bulk.get(which).add(moved);
                    }
                }
            }
        }
        return race;
    }

    /** Returns a figure of echoes, lap by lap, less that of the direct way in the same round. */
    double[] added(int contestant, ToDoubleFunction<EchoLap.Result> figure) {
        double[] direct = echoes(0, figure);
        double[] own = echoes(contestant, figure);
        for (int i = 0; i < own.length; i++) {
            own[i] -= direct[i];
        }
        return own;
    }

    double[] echoes(int contestant, ToDoubleFunction<EchoLap.Result> figure) {
        return echo.get(contestant).stream().mapToDouble(figure).toArray();
    }

    double[] bulks(int contestant, ToDoubleFunction<BulkLap.Result> figure) {
        return bulk.get(contestant).stream().mapToDouble(figure).toArray();
    }

    static double[] ratios(double[] above, double[] below) {
        double[] ratios = above.clone();
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] /= below[i];
        }
        return ratios;
    }
}
