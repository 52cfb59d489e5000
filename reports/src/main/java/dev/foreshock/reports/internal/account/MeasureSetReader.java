package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.internal.account.Sight.Band;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one of the {@code variants} of {@code comparison.json}. */
final class MeasureSetReader {
    private static final double SECONDS_PER_MINUTE = 60;
    private static final String CHANCE = "chanceDeviation";

    private final Fields set;
    private final int draws;
    private final double cutShort;

    private MeasureSetReader(Fields set) {
        this.set = set;
        draws = set.count("draws");
        cutShort = set.has("cutShortShare") ? set.share("cutShortShare") : 0;
    }

    static MeasureSet read(Fields set) {
        return new MeasureSetReader(set).read();
    }

    private MeasureSet read() {
        return new MeasureSet(
                set.text("name"),
                set.texts("variants"),
                AccountReader.verdict(set),
                set.has("drawsToDecide") ? set.count("drawsToDecide") : 0,
                set.text("price"),
                set.numberOrNull("firstYear"),
                set.texts("reliesOn"),
                cutShort,
                chance(),
                always("outageMinutes", "impact.total", Dimension.TIME, SECONDS_PER_MINUTE),
                always("usersAffectedShare", "users.affected", Dimension.SHARE, 1),
                always("requestsLost", "requests.failed", Dimension.COUNT, 1),
                AccountReader.estimate(set.at("holds")),
                set.list("gates").stream().map(this::gate).toList(),
                set.list("figures").stream().map(this::seen).toList(),
                set.list("worseThan").stream().map(MeasureSetReader::harm).toList());
    }

    private @Nullable Chance chance() {
        Fields outage = set.at("spread").at("outageMinutes");
        Fields affected = set.at("spread").at("usersAffectedShare");
        return outage.has(CHANCE) && affected.has(CHANCE)
                ? new Chance(outage.amount(CHANCE) * SECONDS_PER_MINUTE, affected.amount(CHANCE))
                : null;
    }

    private static Damage harm(Fields harm) {
        return new Damage(
                harm.text("part"),
                times(SECONDS_PER_MINUTE, AccountReader.estimate(harm.at("outageMinutes"))),
                AccountReader.estimate(harm.at("usersAffectedShare")),
                harm.number("holdsShare"));
    }

    /** Tells whether a measure counts time of impacts, which the end of a run may cut off. */
    private boolean isCut(String measure) {
        return cutShort > 0 && (measure.startsWith("impact.total") || measure.startsWith("impact.longest"));
    }

    /** Returns one of the figures that every set has. */
    private Sight always(String name, String measure, Dimension dimension, double unit) {
        Band band = band(set.amount(name), set.at("spread").at(name), Fields::amount, unit);
        Fields change = set.at("differences");
        return new Sight(
                name,
                measure,
                dimension,
                band,
                isCut(measure),
                0,
                0,
                change.has(name) ? times(unit, AccountReader.estimate(change.at(name))) : null);
    }

    private static Estimate times(double unit, Estimate estimate) {
        return new Estimate(estimate.value() * unit, estimate.low() * unit, estimate.high() * unit, estimate.n());
    }

    private GateSight gate(Fields gate) {
        return new GateSight(
                seen(gate),
                gate.text("wanted"),
                AccountReader.estimate(gate.at("holds")),
                AccountReader.verdict(gate),
                gate.text("why"));
    }

    private Sight seen(Fields seen) {
        return new Sight(
                seen.text("name"),
                seen.text("measure"),
                dimension(seen),
                band(seen),
                isCut(seen.text("measure")),
                seen.has("neverShare") ? seen.share("neverShare") : 0,
                seen.has("unseenShare") ? seen.share("unseenShare") : 0,
                seen.has("difference") ? AccountReader.estimate(seen.at("difference")) : null);
    }

    private @Nullable Band band(Fields seen) {
        return seen.has("observed") ? band(seen.number("observed"), seen.at("spread"), Fields::number, 1) : null;
    }

    /** Returns the middle 80 % of the draws; all of them where one that is far away has the mean outside of the middle, or at its end. */
    private Band band(double mean, Fields spread, ToDoubleBiFunction<Fields, String> read, double unit) {
        double low = read.applyAsDouble(spread, "p10");
        double high = read.applyAsDouble(spread, "p90");
        boolean isInside = (low < mean && mean < high) || (low == mean && mean == high);
        return new Band(
                mean * unit,
                (isInside || !spread.has("least") ? low : read.applyAsDouble(spread, "least")) * unit,
                (isInside || !spread.has("most") ? high : read.applyAsDouble(spread, "most")) * unit,
                draws);
    }

    private static Dimension dimension(Fields seen) {
        String name = seen.text("a").toUpperCase(Locale.ROOT);
        return Stream.of(Dimension.values())
                .filter(dimension -> dimension.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableException(
                        seen.where() + "/a must be a kind of number, but was " + seen.text("a")));
    }
}
