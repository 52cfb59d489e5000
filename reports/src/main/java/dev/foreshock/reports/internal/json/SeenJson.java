package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.compare.GateStanding;
import dev.foreshock.engine.compare.Seen;
import dev.foreshock.engine.compare.Spread;
import dev.foreshock.engine.compare.Standing;
import dev.foreshock.engine.judge.Figure;
import java.util.Locale;

/** The fields {@code gates} and {@code figures} of a set in {@code comparison.json}: what was seen of each over its draws. */
final class SeenJson {
    private final Comparison comparison;

    SeenJson(Comparison comparison) {
        this.comparison = comparison;
    }

    ArrayNode gates(Standing standing) {
        ArrayNode array = NODES.arrayNode();
        comparison.gates().forEach((name, claim) -> {
            GateStanding gate = standing.gates().get(name);
            if (gate != null) {
                ObjectNode node = seen(name, claim.figure(), gate.seen());
                node.put("wanted", claim.wantsOfOne());
                node.set("holdsShare", Json.number(gate.holds().value()));
                node.set("holds", Json.estimate(gate.holds()));
                node.put("verdict", gate.verdict().text());
                array.add(gate.why().isEmpty() ? node : node.put("why", gate.why()));
            }
        });
        return array;
    }

    ArrayNode figures(Standing standing) {
        ArrayNode array = NODES.arrayNode();
        comparison.figures().forEach((name, figure) -> {
            Seen seen = standing.figures().get(name);
            if (seen != null) {
                array.add(seen(name, figure, seen));
            }
        });
        return array;
    }

    private static ObjectNode seen(String name, Figure figure, Seen seen) {
        ObjectNode node = NODES.objectNode()
                .put("name", name)
                .put("measure", figure.toString())
                .put("a", figure.measure().dimension().name().toLowerCase(Locale.ROOT));
        Spread spread = seen.spread();
        if (spread == null) {
            node.putNull("observed");
        } else {
            node.set("observed", Json.number(spread.mean()));
            node.set("spread", ComparisonJson.spread(spread, 1));
        }
        if (seen.neverShare() > 0) {
            node.set("neverShare", Json.number(seen.neverShare()));
        }
        if (seen.unseenShare() > 0) {
            node.set("unseenShare", Json.number(seen.unseenShare()));
        }
        if (seen.change() != null) {
            node.set("difference", Json.estimate(seen.change()));
        }
        return node;
    }
}
