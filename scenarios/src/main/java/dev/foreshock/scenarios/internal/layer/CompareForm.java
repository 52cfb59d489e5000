package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.compare.Ranking;
import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.judge.Figure;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.unit.Percent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How measures are compared.
 *
 * @param holds the share of draws in which gates must hold where they name none
 * @param draws how many draws of the knobs there are for each set of measures; null for as few as can show that share
 * @param rankBy units of costs, the most important first
 * @param worth what one of each unit is worth
 * @param perYear how often a year things happen that costs are given for
 * @param show what else is shown of each set of measures
 */
@Doc("How measures are compared.")
public record CompareForm(
        @Doc("The share of draws in which all gates must hold for a set to pass, where no gate names one.")
        @Default("90%")
        Percent holds,

        @Doc("Draws of the knobs for each set of variants; as few as can show the share, if left out.")
        @Range(min = 1, max = 100_000)
        @Nullable
        Integer draws,

        @Doc("Units of costs, the most important first: prices are compared over the first year, unit after unit.")
        List<String> rankBy,

        @Doc("What one of each unit is worth, in one currency: prices are compared by the sum, in place of `rank-by`.")
        Map<String, Double> worth,

        @Doc("How often a year things happen that costs are given for: promo: 4 for costs per promo.")
        Map<String, Double> perYear,

        @Doc(
                "What else is shown of each set, by any names: figures as in claims, without a limit, such as crashes: crashes(web). No verdict hangs on them. Where it is left out: blackout: blackout.total and answered: requests.succeeded.")
        Map<String, Figure> show) {

    private static final Map<String, Figure> USUALLY_SHOWN = Map.of(
            "blackout", Figure.of(Measure.BLACKOUT_TOTAL),
            "answered", Figure.of(Measure.REQUESTS_SUCCEEDED));

    /** What counts where a file has no such section. */
    public static final CompareForm USUAL =
            new CompareForm(Percent.of(90), null, List.of(), Map.of(), Map.of(), Map.of());

    /** Copies the collections. */
    public CompareForm {
        rankBy = List.copyOf(rankBy);
        worth = Collections.unmodifiableMap(new TreeMap<>(worth));
        perYear = Collections.unmodifiableMap(new TreeMap<>(perYear));
        show = Collections.unmodifiableMap(new TreeMap<>(show.isEmpty() ? USUALLY_SHOWN : show));
    }

    /** Returns how prices are compared. */
    public Ranking ranking() {
        return new Ranking(rankBy, worth, perYear);
    }
}
