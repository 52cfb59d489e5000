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
    private final Scope scope;
    private final Supplier<P> maker;
    private final LongIndex users = new LongIndex();
    private final List<P> instances = new ArrayList<>();

    Scoped(Scope scope, Supplier<P> maker) {
        this.scope = scope;
        this.maker = maker;
    }

    /** Returns the instance for calls made for {@code parent}. */
    P of(Node parent) {
        int number = switch (scope) {
            case FLEET -> 0;
            case REPLICA -> parent.replica;
            case USER -> users.of(parent.session);
        };
        while (instances.size() <= number) {
            instances.add(maker.get());
        }
        return instances.get(number);
    }
}
