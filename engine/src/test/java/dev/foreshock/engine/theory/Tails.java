package dev.foreshock.engine.theory;

import static dev.foreshock.engine.theory.Scenes.units;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.HedgeSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Mixture;
import dev.foreshock.engine.model.OpaqueSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.util.List;

/** The tail of many calls made together, and what hedging makes of the tail of one. */
final class Tails {
    private static final double Z99 = 2.3263478740408408;
    private static final double Z95 = 1.6448536269514722;
    private static final String PLAIN = "plain";

    private Tails() {}

    static List<Family> all() {
        return List.of(
                new Family("fan-out tail", Tails::fanOut),
                new Family("hedged request; iid lognormal latency; no queueing; first answer wins", Tails::hedged));
    }

    /** Each leaf is fast or, rarely, slow; a request is slow with any of them. */
    private static Model fanOut(Parameters parameters) {
        int leaves = parameters.whole("n");
        double slow = parameters.number("p_slow");
        ServerSpec web = Retrying.caller()
                .call("leaf", CallSpec.plain().timesTogether(leaves))
                .build();
        ServerSpec leaf = ServerSpec.of(
                        1_000_000, Mixture.of(new Percent(slow), new Fixed(units(10)), new Fixed(units(1))))
                .build();
        double any = 1 - StrictMath.pow(1 - slow, leaves);
        double tolerance = 0.01;
        double requests = (1 - any) / any / (tolerance * tolerance / 12);
        // So rare a cause takes 800 million calls: a quick look has to do with fewer.
        int shorter = leaves >= 1000 ? 16 : 4;
        return new Model(
                Scenes.UNIT_SECONDS,
                20,
                requests / Trial.REPLICATIONS * 10,
                requests / Trial.REPLICATIONS * 10 / shorter,
                length -> Scenes.open(web, 0.1, length).component("leaf", leaf).build(),
                row -> Check.mean(
                        tolerance, seen -> 1 - seen.station(Scenes.WEB).stays.shareUpTo(5 / seen.units(1))));
    }

    private static Model hedged(Parameters parameters) {
        double median = parameters.number("median");
        double sigma = parameters.number("sigma_ln");
        if (parameters.number("hedge_at_quantile") != 0.95) {
            throw new IllegalArgumentException("the quantile must be .95, but was in " + parameters.text());
        }
        double after = median * StrictMath.exp(sigma * Z95);
        OpaqueSpec db = Retrying.failing(0, units(median), units(median * StrictMath.exp(sigma * Z99)));
        ServerSpec web = Retrying.caller()
                .call("db", CallSpec.plain().hedged(HedgeSpec.after(units(after))))
                .build();
        ServerSpec plain = Retrying.caller().call("other", CallSpec.plain()).build();
        return new Model(
                Scenes.UNIT_SECONDS,
                1000,
                150_000,
                20_000,
                length -> Scenes.open(web, 1, length)
                        .component("db", db)
                        .component(PLAIN, plain)
                        .component("other", db)
                        .users("others", Worlds.onePage(PLAIN))
                        .traffic("others", "usual", new Constant(Rate.perSecond(1 / Scenes.UNIT_SECONDS)))
                        .build(),
                row -> switch (row.metric()) {
                    case "extra_load" -> Check.mean(0.01, seen -> Retrying.loadFactor(seen) - 1);
                    case "hedge_delay" -> quantile(PLAIN, 0.95);
                    case "unhedged_p99" -> quantile(PLAIN, 0.99);
                    case "unhedged_p99.9" -> quantile(PLAIN, 0.999);
                    case "hedged_p99" -> quantile(Scenes.WEB, 0.99);
                    case "hedged_p99.9" -> quantile(Scenes.WEB, 0.999);
                    default -> throw new IllegalArgumentException("a metric must be known, but was " + row.metric());
                });
    }

    private static Check quantile(String component, double share) {
        return Check.quantile(
                0.01, seen -> seen.units(seen.station(component).stays.quantileSeconds(share)));
    }
}
