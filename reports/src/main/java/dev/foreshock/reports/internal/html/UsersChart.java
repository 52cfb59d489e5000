package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.internal.text.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** How the share of affected users of the population grew; their number a minute where no share is known. */
final class UsersChart {
    private UsersChart() {}

    static List<Figure> of(Bins bins) {
        List<Long> affected = bins.series().affected();
        long population = bins.run().population();
        List<Double> soFar = new ArrayList<>();
        double sum = 0;
        for (long users : affected) {
            sum += users;
            soFar.add(sum);
        }
        return population > 0 && sum <= population
                ? List.of(share(bins, soFar, population))
                : sum > 0 ? List.of(perMinute(bins, affected)) : List.of();
    }

    private static Figure share(Bins bins, List<Double> soFar, long population) {
        Curve curve = bins.curve(
                "users affected so far, share of the population",
                soFar.stream().map(users -> users / population).toList());
        double all = soFar.get(soFar.size() - 1);
        String sentence;
        if (all == 0) {
            sentence = "None of the " + Amounts.count((double) population) + " users of the population was affected.";
        } else {
            int half = 0;
            while (2 * soFar.get(half) < all) {
                half++;
            }
            int first = 0;
            while (soFar.get(first) == 0) {
                first++;
            }
            sentence =
                    Amounts.count(all) + " of the " + Amounts.count((double) population) + " users of the population, "
                            + Amounts.share(all / population) + ", were affected: the first at " + bins.time(first)
                            + ", half of them by " + bins.time(half + 1) + ".";
        }
        return figure(bins, sentence, curve, share -> Amounts.digits(share * 100) + " %");
    }

    private static Figure perMinute(Bins bins, List<Long> affected) {
        Curve curve = bins.curve(
                "users who became affected, a minute",
                affected.stream().map(users -> users / bins.seconds() * 60).toList());
        String sentence = "Most users became affected at " + bins.peakTime(curve) + ", at "
                + Amounts.count(Math.rint(curve.most()))
                + " a minute. No share is drawn, as the file does not tell who of them is of the population.";
        return figure(bins, sentence, curve, Amounts::count);
    }

    private static Figure figure(Bins bins, String sentence, Curve curve, DoubleFunction<String> unit) {
        List<Curve> curves = List.of(curve);
        return new Figure(
                "Users affected",
                sentence,
                new LineChart(bins.run(), curves).linear(sentence, 110, unit),
                bins.table(curves, unit));
    }
}
