package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.call.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The instances of a policy, one for all callers, for each replica of them, or for each user. They are made when they are
 * first asked for and kept for the run.
 *
 * @param <P> the policy
 */
final class Scoped<P> {
    private final Nodes nodes;
    private final Scope scope;
    private final Supplier<P> maker;
    private final LongIndex users = new LongIndex();
    private final List<P> instances = new ArrayList<>();

    Scoped(Nodes nodes, Scope scope, Supplier<P> maker) {
        this.nodes = nodes;
        this.scope = scope;
        this.maker = maker;
    }

    /** Returns the instance for calls made for {@code parent}. */
    P of(int parent) {
        int number = switch (scope) {
            case FLEET -> 0;
            case REPLICA -> nodes.replica[parent];
            case USER -> users.of(nodes.session[parent]);
        };
        while (instances.size() <= number) {
            instances.add(maker.get());
        }
        return instances.get(number);
    }
}
