package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Cost;
import dev.foreshock.engine.compare.Decider;
import dev.foreshock.engine.compare.Differences;
import dev.foreshock.engine.compare.Drawn;
import dev.foreshock.engine.compare.FlipTogether;
import dev.foreshock.engine.compare.Harm;
import dev.foreshock.engine.compare.Price;
import dev.foreshock.engine.compare.Ranking;
import dev.foreshock.engine.compare.RankingFlip;
import dev.foreshock.engine.compare.Remaining;
import dev.foreshock.engine.compare.Spread;
import dev.foreshock.engine.compare.Standing;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.reports.internal.text.Times;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes {@code comparison.json}: what was compared and found, the unchanged scenario first. */
public final class ComparisonJson {
    private static final double SECONDS_PER_MINUTE = 60;

    private final Comparison comparison;
    private final SeenJson seen;

    private ComparisonJson(Comparison comparison) {
        this.comparison = comparison;
        seen = new SeenJson(comparison);
    }

    /** Returns the text of the file, where nothing was taken away from the scenario. */
    public static String render(Comparison comparison) {
        return render(comparison, List.of());
    }

    /**
     * Returns the text of the file.
     *
     * @param without the causes that were taken away from every set
     */
    public static String render(Comparison comparison, List<String> without) {
        return Json.text(new ComparisonJson(comparison).whole(without));
    }

    private ObjectNode whole(List<String> without) {
        ObjectNode node = NODES.objectNode()
                .put("schemaVersion", 1)
                .put("scenario", comparison.scenario())
                .put("seed", comparison.plan().seed())
                .put("replications", comparison.plan().replications())
                .put("draws", comparison.plan().draws());
        node.set("holdsWanted", Json.number(comparison.demanded().share()));
        ObjectNode demands = node.putObject("gates");
        comparison.demands().forEach((gate, share) -> demands.set(gate, Json.number(share.share())));
        node.put("full", comparison.plan().isFull()).put("events", comparison.spentEvents());
        if (!comparison.plan().isFull()) {
            node.put("budgetEvents", comparison.plan().budgetEvents());
        }
        node.put("interrupted", comparison.isStopped());
        Remaining remaining = comparison.remaining();
        ObjectNode left = node.putObject("remaining")
                .put("draws", remaining.draws())
                .put("runs", remaining.runs())
                .put("events", remaining.events())
                .put("budgetEvents", remaining.budgetEvents())
                .put("fullEvents", remaining.fullEvents());
        left.set("knobs", texts(remaining.knobs()));
        node.set("without", texts(without));
        ObjectNode clock = node.putObject("clock").put("start", Times.iso(comparison.clock(), 0));
        clock.set("lengthSeconds", Json.number(comparison.clock().lengthNanos() / 1e9));
        node.set("knobs", texts(comparison.knobs().stream().map(Drawn::path).toList()));
        ArrayNode drawn = node.putArray("drawn");
        comparison.knobs().forEach(knob -> drawn.add(drawn(knob)));
        node.set("ranking", ranking());
        ArrayNode variants = node.putArray("variants");
        comparison.standings().forEach(standing -> variants.add(variant(standing)));
        ObjectNode same = node.putObject("sameAs");
        comparison.same().forEach(same::put);
        node.set("untried", names(comparison.untried()));
        node.set("notNeeded", names(comparison.notNeeded()));
        Contender cheapest = comparison.cheapest();
        node.put("cheapestSufficient", cheapest == null ? null : cheapest.name());
        ArrayNode flips = node.putArray("rankingFlips");
        comparison.rankingFlips().forEach(flip -> flips.add(rankingFlip(flip)));
        ArrayNode deciders = node.putArray("decidedBy");
        comparison.deciders().forEach(decider -> deciders.add(decider(decider)));
        ArrayNode together = node.putArray("flipsTogether");
        comparison.flipsTogether().forEach(flip -> together.add(flipTogether(flip)));
        return node;
    }

    private static ObjectNode drawn(Drawn knob) {
        ObjectNode node = NODES.objectNode()
                .put("knob", knob.path())
                .put("is", knob.is())
                .put("range", knob.range())
                .put("basis", knob.basis())
                .put("source", knob.source());
        node.set("only", texts(knob.only()));
        return node;
    }

    private ObjectNode ranking() {
        Ranking ranking = comparison.plan().ranking();
        ObjectNode node = NODES.objectNode();
        node.set("rankBy", texts(ranking.order()));
        ObjectNode worth = node.putObject("worth");
        ranking.worth().forEach((unit, value) -> worth.set(unit, Json.number(value)));
        ObjectNode perYear = node.putObject("perYear");
        ranking.perYear().forEach((event, times) -> perYear.set(event, Json.number(times)));
        return node.put("complete", ranking.ranks(pricesThatCount()));
    }

    /**
     * Of several that passed, whether what failed is cheaper or dearer decides nothing; but one alone is not called the cheapest
     * of sets that cannot be compared.
     */
    private List<Price> pricesThatCount() {
        boolean isOne = comparison.standings().stream()
                        .filter(standing -> !standing.contender().isUnchanged())
                        .filter(standing -> standing.verdict() == Verdict.PASSED)
                        .count()
                == 1;
        return Stream.concat(
                        comparison.standings().stream()
                                .filter(standing -> isOne || standing.verdict() != Verdict.DEVIATED)
                                .map(Standing::contender),
                        comparison.untried().stream()
                                .filter(contender -> !comparison.notNeeded().contains(contender)))
                .filter(contender -> !contender.isUnchanged())
                .map(Contender::price)
                .toList();
    }

    private ObjectNode variant(Standing standing) {
        ObjectNode node = NODES.objectNode().put("name", standing.contender().name());
        node.set("variants", texts(standing.contender().variants()));
        node.set("outageMinutes", Json.number(standing.outageSeconds().mean() / SECONDS_PER_MINUTE));
        node.set("cutShortShare", Json.number(standing.cutShortShare()));
        node.set("usersAffectedShare", Json.number(standing.usersAffectedShare().mean()));
        node.set("requestsLost", Json.number(standing.requestsLost().mean()));
        node.set("holdsShare", Json.number(standing.holds().value()));
        node.set("costs", costs(standing));
        Price price = standing.contender().price();
        comparison.plan().ranking().total(price).ifPresent(total -> node.set("firstYear", Json.number(total)));
        node.put("price", price.toString())
                .put("verdict", standing.verdict().text())
                .put("draws", standing.holds().n());
        if (standing.drawsToDecide() > 0) {
            node.put("drawsToDecide", standing.drawsToDecide());
        }
        node.set("reliesOn", texts(standing.contender().reliesOn()));
        ObjectNode spread = node.putObject("spread");
        spread.set("outageMinutes", spread(standing.outageSeconds(), SECONDS_PER_MINUTE));
        spread.set("usersAffectedShare", spread(standing.usersAffectedShare(), 1));
        spread.set("requestsLost", spread(standing.requestsLost(), 1));
        node.set("holds", Json.estimate(standing.holds()));
        node.set("gates", seen.gates(standing));
        node.set("figures", seen.figures(standing));
        node.set("differences", differences(standing.differences()));
        ArrayNode harms = node.putArray("worseThan");
        standing.harms().forEach(harm -> harms.add(harm(harm)));
        return node;
    }

    /** Returns what it takes in the first year, by unit. */
    private ObjectNode costs(Standing standing) {
        ObjectNode node = NODES.objectNode();
        for (Cost cost : standing.contender().price().costs()) {
            node.set(
                    cost.unit(),
                    Json.number(comparison
                            .plan()
                            .ranking()
                            .firstYear(standing.contender().price(), cost.unit())));
        }
        return node;
    }

    static ObjectNode spread(Spread spread, double unit) {
        ObjectNode node = NODES.objectNode();
        node.set("p10", Json.number(spread.low() / unit));
        node.set("p90", Json.number(spread.high() / unit));
        node.set("least", Json.number(spread.least() / unit));
        node.set("most", Json.number(spread.most() / unit));
        if (!Double.isNaN(spread.chance())) {
            node.set("chanceDeviation", Json.number(spread.chance() / unit));
        }
        return node;
    }

    private static ObjectNode differences(@Nullable Differences differences) {
        ObjectNode node = NODES.objectNode();
        if (differences != null) {
            node.set("outageMinutes", estimate(differences.outageSeconds(), SECONDS_PER_MINUTE));
            node.set("usersAffectedShare", estimate(differences.usersAffectedShare(), 1));
            node.set("requestsLost", estimate(differences.requestsLost(), 1));
        }
        return node;
    }

    private static ObjectNode harm(Harm harm) {
        ObjectNode node = NODES.objectNode().put("part", harm.part());
        node.set("outageMinutes", estimate(harm.outageSeconds(), SECONDS_PER_MINUTE));
        node.set("usersAffectedShare", estimate(harm.usersAffectedShare(), 1));
        node.set("holdsShare", Json.number(harm.holdsShare()));
        return node;
    }

    private static ObjectNode estimate(Estimate estimate, double unit) {
        return Json.estimate(
                new Estimate(estimate.value() / unit, estimate.low() / unit, estimate.high() / unit, estimate.n()));
    }

    private static ObjectNode rankingFlip(RankingFlip flip) {
        ObjectNode node = NODES.objectNode().put("price", flip.price());
        node.set("is", Json.number(flip.is()));
        node.set("flipsAt", Json.number(flip.at()));
        return node.put("then", flip.then())
                .put("suffices", flip.isKnown() ? Verdict.PASSED.text() : Verdict.INCONCLUSIVE.text());
    }

    private static ObjectNode decider(Decider decider) {
        ObjectNode node = NODES.objectNode().put("variant", decider.contender()).put("knob", decider.knob());
        if (!decider.gate().isEmpty()) {
            node.put("gate", decider.gate());
        }
        if (Double.isNaN(decider.share())) {
            node.putNull("share");
        } else {
            node.set("share", Json.number(decider.share()));
        }
        if (!Double.isNaN(decider.explained())) {
            node.set("explainedShare", Json.number(decider.explained()));
        }
        node.put("searched", decider.isSearched());
        Decider.Flip flip = decider.flip();
        node.put("flipsAt", flip == null ? null : flip.at());
        if (flip != null) {
            node.put("holdsAbove", flip.holdsAbove());
        }
        return node;
    }

    private static ObjectNode flipTogether(FlipTogether flip) {
        ObjectNode node = NODES.objectNode()
                .put("variant", flip.contender())
                .put("holdsAsWritten", flip.holdsAsWritten())
                .put("found", flip.isFound());
        ArrayNode knobs = node.putArray("knobs");
        flip.moves()
                .forEach(move -> knobs.addObject()
                        .put("knob", move.knob())
                        .put("is", move.is())
                        .put("at", move.at()));
        return node;
    }

    private static ArrayNode names(List<Contender> contenders) {
        return texts(contenders.stream().map(Contender::name).toList());
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
