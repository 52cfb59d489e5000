package dev.foreshock.engine.theory;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.arrival.Renewal;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.WindowsAlert;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** Alerts on requests that fail by chance: how long until they fire. A second of the table is one of the scenario. */
final class Alerts {
    private static final String MONITOR = "monitor";

    /** What can be waited for: alarms that take more requests are computed from what the detector does. */
    private static final double MOST_REQUESTS = 10_000;

    private Alerts() {}

    static List<Family> all() {
        return List.of(
                new Family(
                        "windowed alert: breach if >=k errors of n in a tumbling window; fire when need of last `of` windows breach",
                        Alerts::windowed),
                new Family("k consecutive breaches; iid breach prob p", Alerts::consecutive),
                new Family("false alarms: k consecutive breaches; iid p per minute", Alerts::falseAlarms));
    }

    /** One window a scrape; requests come regularly and are answered at once, so that every window has as many. */
    private static Model model(
            double windowSeconds,
            int requests,
            double fails,
            MonitorSpec monitor,
            double windows,
            double quickWindows,
            Function<Row, Check> check) {
        ServerSpec web = ServerSpec.of(1000, new Fixed(Duration.ofMillis(1)))
                .fails(new Percent(fails))
                .build();
        return new Model(
                1,
                0,
                windows * windowSeconds,
                quickWindows * windowSeconds,
                length -> Worlds.open(web, requests / windowSeconds, length)
                        .users("visitors", Worlds.onePage(Scenes.WEB).arriving(Renewal.regular()))
                        .monitor(MONITOR, monitor)
                        .build(),
                check);
    }

    private static Model windowed(Parameters parameters) {
        int requests = parameters.whole("n_per_window");
        int errors = parameters.whole("k");
        int need = parameters.whole("need");
        int of = parameters.whole("of");
        double seconds = parameters.number("window_s");
        double fails = parameters.number("error_prob");
        Duration window = Duration.ofMillis(Math.round(seconds * 1000));
        WindowsAlert rule =
                WindowsAlert.on(Scenes.WEB, window, errors, need, of).every(window);
        WindowsAlert each = WindowsAlert.on(Scenes.WEB, window, errors, 1, 1).every(window);
        double chance = 1 - new BinomialDistribution(null, requests, fails).cumulativeProbability(errors - 1);
        FiringChain chain = new FiringChain(rule::detector, of, chance);
        boolean isWaitedFor = need == 1 && of == 1 && requests / chance < MOST_REQUESTS;
        double tolerance = isWaitedFor ? 0.02 : 0.01;
        // For a standard error of a third of the tolerance. Breaches that are rarer are looked at through their
        // complement.
        boolean isRare = chance < 0.01;
        double windows = (isRare ? 2e5 : 10 * (1 - chance) / chance / (tolerance * tolerance)) / Trial.REPLICATIONS;
        return model(seconds, requests, fails, each, windows, 500, row -> switch (row.metric()) {
            case "p_breach" ->
                isRare
                        ? new Check.Sampled(RowClass.RARE, seen -> 1 - breached(seen), tolerance)
                        : Check.mean(tolerance, Alerts::breached);
            case "mean_windows_to_fire" ->
                isWaitedFor
                        ? Check.mean(tolerance, seen -> seen.firings(MONITOR).meanToFireSeconds() / seconds)
                        : Check.function(chain.mean());
            case "mean_time_s" ->
                isWaitedFor
                        ? Check.mean(tolerance, seen -> seen.firings(MONITOR).meanToFireSeconds())
                        : Check.function(chain.mean() * seconds);
            case "p50_windows" -> Check.function((double) chain.quantile(0.5));
            case "p99_windows" -> Check.function((double) chain.quantile(0.99));
            default -> throw new IllegalArgumentException("a metric must be known, but was " + row.metric());
        });
    }

    /** Returns the share of the time that an alert on one window fires. */
    private static double breached(Observation seen) {
        return seen.firings(MONITOR).firingSeconds(seen.endNanos()) / seen.lengthUnits();
    }

    /** One request a look, which fails with probability p. */
    private static Alert inARow(int looks, Duration every) {
        Condition failed = Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.5, every.multipliedBy(looks - 1L));
        return new Alert(Scenes.WEB, every, failed, Set.of(), Set.of(), Percent.ZERO, true);
    }

    private static Model consecutive(Parameters parameters) {
        Alert alert = inARow(parameters.whole("k"), Duration.ofSeconds(1));
        double tolerance = 0.01;
        return model(
                1,
                1,
                parameters.number("p"),
                alert,
                60_000,
                2000,
                row -> Check.mean(tolerance, seen -> seen.firings(MONITOR).meanToFireSeconds()));
    }

    private static Model falseAlarms(Parameters parameters) {
        int looks = parameters.whole("k");
        Alert alert = inARow(looks, Duration.ofMinutes(1));
        FiringChain chain = new FiringChain(alert::detector, looks, parameters.number("p"));
        return model(60, 1, parameters.number("p"), alert, 1, 1, row -> Check.function(chain.mean()));
    }
}
