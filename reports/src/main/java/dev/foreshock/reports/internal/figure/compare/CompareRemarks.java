package dev.foreshock.reports.internal.figure.compare;

import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.compare.GateStanding;
import dev.foreshock.engine.compare.Standing;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.reports.Remark;
import dev.foreshock.reports.Remark.Level;
import dev.foreshock.reports.Remark.Subject;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.figure.RunRemarks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of gates, variants and the knob that decides how a comparison ended for them. */
public final class CompareRemarks {
    private final Comparison comparison;
    private final Measures measures;
    private final boolean suffices;
    private final List<Remark> remarks = new ArrayList<>();

    private CompareRemarks(Comparison comparison) {
        this.comparison = comparison;
        measures = Measures.of(comparison);
        suffices = comparison.standings().stream().anyMatch(standing -> standing.verdict() == Verdict.PASSED);
    }

    /** Returns the remarks, the worst first, else gates before variants before the knob. */
    public static List<Remark> of(Comparison comparison, Map<String, Claim> gates) {
        CompareRemarks all = new CompareRemarks(comparison);
        gates.forEach(all::gate);
        all.measures.sets().forEach(all::variant);
        all.knob();
        all.remarks.sort(Comparator.comparing(Remark::level));
        return List.copyOf(all.remarks);
    }

    private void gate(String name, Claim claim) {
        Estimate asItIs = held(comparison.unchanged(), name);
        Standing best = comparison.standings().stream()
                .max(Comparator.comparingDouble(
                        (Standing standing) -> held(standing, name).value()))
                .orElse(comparison.unchanged());
        Estimate most = held(best, name);
        double demanded = measures.gates().getOrDefault(name, measures.demanded());
        if (asItIs.low() >= demanded) {
            return;
        }
        Level level = most.high() < demanded ? Level.ERROR : most.low() < demanded ? Level.WARNING : Level.NOTICE;
        add(
                level,
                Subject.GATE,
                name,
                "gate " + name + " in a comparison",
                "holds in " + share(asItIs) + " as it is"
                        + (best.contender().isUnchanged()
                                ? ", and with no set of measures in more"
                                : ", and in " + share(most) + " with "
                                        + best.contender().name())
                        + "; wanted " + claim.observes() + " " + claim.wantsOfOne() + " in "
                        + SetWords.percent(demanded) + " of draws");
    }

    private static Estimate held(Standing standing, String gate) {
        GateStanding held = standing.gates().get(gate);
        return held == null ? Estimate.share(0, 1) : held.holds();
    }

    private static String share(Estimate holds) {
        return SetWords.holds(holds) + " of " + holds.n() + " draws";
    }

    private void variant(MeasureSet set) {
        boolean isCheapest = measures.cheapestSet().equals(Optional.of(set));
        if (set.variants().size() != 1 || (set.verdict() == Verdict.PASSED && !isCheapest)) {
            return;
        }
        String title = "variant " + set.name()
                + switch (set.verdict()) {
                    case PASSED ->
                        Answer.isAlone(measures)
                                ? " is the only one known to suffice"
                                : measures.isRanked()
                                        ? " is the cheapest that suffices"
                                        : " is the cheapest that is known to suffice";
                    case DEVIATED -> " does not suffice";
                    case INCONCLUSIVE -> " is undecided";
                    default -> " could not be judged";
                };
        add(
                RunRemarks.level(set.verdict()),
                Subject.VARIANT,
                set.variants().get(0),
                title,
                SetWords.OUTAGE_TOTAL + " " + SetWords.figure(set.outage(), measures.clock()) + ", users affected "
                        + SetWords.figure(set.affected(), measures.clock()) + "; all gates hold in "
                        + share(set.holds()) + ", and every gate must " + Answer.demanded(measures) + "; price: "
                        + SetWords.price(set));
    }

    private void knob() {
        DeciderWords.mostTelling(measures)
                .ifPresent(first -> remarks.add(new Remark(
                        Level.NOTICE,
                        Subject.KNOB,
                        comparison
                                .deciders()
                                .get(measures.deciders().indexOf(first))
                                .knob(),
                        "measure this first",
                        String.join(" ", DeciderWords.sentences(measures)))));
    }

    private void add(Level level, Subject subject, String name, String title, String text) {
        remarks.add(new Remark(suffices ? Level.NOTICE : level, subject, name, title, text));
    }
}
