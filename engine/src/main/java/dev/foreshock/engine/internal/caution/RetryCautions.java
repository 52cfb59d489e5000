package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.call.RetryBudgetSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.describe.Caution.Kind;
import dev.foreshock.engine.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds retries without a budget. In an outage every tier multiplies: the amplification of a call is the product of
 * {@code 1 + attempts} ({@code 1 + budget} where there is one, 1 with a breaker) along the worst chain of calls that leads to it, and of the
 * deliveries of queues on the way.
 */
public final class RetryCautions {
    private RetryCautions() {}

    /** Adds what it finds. */
    public static void find(View view, List<Caution> found) {
        Map<String, Double> amplified = new TreeMap<>();
        for (String component : view.callersFirst) {
            double own = view.to(component).stream()
                    .mapToDouble(edge -> amplified.getOrDefault(edge.from(), 1.0)
                            * factor(edge.call().retries()))
                    .max()
                    .orElse(1);
            double passed = own * view.size(component).triesOfItsCalls();
            amplified.put(component, passed);
            view.from(component).forEach(edge -> check(edge, passed, found));
        }
    }

    private static double factor(RetrySpec retries) {
        RetryBudgetSpec budget = retries.budget();
        double most = budget == null
                ? retries.attempts()
                : Math.min(retries.attempts(), budget.deposit().share());
        return 1 + (retries.breaker() == null ? most : 0);
    }

    private static void check(Edge edge, double callers, List<Caution> found) {
        RetrySpec retries = edge.call().retries();
        if (retries.attempts() == 0 && retries.budget() != null) {
            found.add(new Caution(
                    Kind.BUDGET_WITHOUT_RETRIES,
                    edge.path() + ".retries",
                    "the retries of '" + edge.name() + "' have a budget but no attempts, so nothing is retried",
                    "write retries: { attempts: 1, budget: " + retries.budget().deposit() + " }"));
        }
        if (retries.attempts() == 0 || retries.budget() != null || retries.breaker() != null) {
            return;
        }
        double times = callers * (1 + retries.attempts());
        String chain = callers > 1 ? ", those that its callers repeat included" : "";
        found.add(new Caution(
                Kind.RETRIES_WITHOUT_BUDGET,
                edge.path() + ".retries",
                "retries have no budget: while '" + edge.to() + "' fails, each call of it becomes up to "
                        + Quantity.number(times) + " attempts" + chain,
                "for example retries: { attempts: " + retries.attempts() + ", budget: 20% }"));
    }
}
