package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.describe.Caution.Kind;
import java.util.List;

/**
 * Finds requests for which a component calls nothing, though it tells apart for which requests it makes each of its calls.
 * One such call alone may well be for some requests only.
 */
public final class ClassCautions {
    private ClassCautions() {}

    /** Adds what it finds. */
    public static void find(View view, List<Caution> found) {
        if (!view.isSmall()) {
            return;
        }
        for (String request : view.sent()) {
            if (!request.isEmpty()) {
                for (String component : view.reachedBy(request)) {
                    check(component, request, view.from(component), found);
                }
            }
        }
    }

    private static void check(String component, String request, List<Edge> calls, List<Caution> found) {
        if (calls.size() < 2 || calls.stream().anyMatch(call -> call.isTakenBy(request))) {
            return;
        }
        found.add(new Caution(
                Kind.REQUESTS_CALL_NOTHING,
                View.COMPONENTS + component + ".calls",
                "'" + component + "' gets requests of class '" + request + "', but none of its calls is for them",
                "write for: " + request + " at the call that they need, or for: [.., " + request
                        + "] where it is for others too"));
    }
}
