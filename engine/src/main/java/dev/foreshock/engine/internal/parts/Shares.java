package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.BalancerSpec.Switching;
import dev.foreshock.engine.policy.Choice;
import dev.foreshock.engine.policy.WeightedChoice;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.spi.Workbench;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shares of users that targets get, as each user sees them: at once as they are, or with DNS as they were when the user's resolver last
 * asked. Resolvers ask once per time to live, each at a phase of its own.
 */
final class Shares {
    private final boolean dns;
    private final double ttlNanos;
    private final double ignoredNanos;
    private final double ignoringShare;
    private final long phaseStream;
    private final long ignoreStream;
    private final long choiceStream;
    private final List<View> views = new ArrayList<>();

    /** The shares from some time on; nobody's choice where none is above 0. */
    private static final class View {
        final long fromNanos;
        final double[] shares;
        final @Nullable WeightedChoice choice;

        View(long fromNanos, double[] shares) {
            this.fromNanos = fromNanos;
            this.shares = shares;
            choice = choice(shares);
        }
    }

    Shares(BalancerSpec spec, Workbench bench) {
        dns = spec.switching() == Switching.DNS;
        ttlNanos = spec.ttl().toNanos();
        ignoredNanos = spec.ignoredFor().toNanos();
        ignoringShare = spec.ignoreTtl().share();
        phaseStream = bench.stream("resolver phase");
        ignoreStream = bench.stream("resolver ignores ttl");
        choiceStream = bench.stream("choice");
    }

    /** Shows these shares from now on. */
    void show(long fromNanos, double[] shares) {
        if (!dns) {
            views.clear();
        }
        views.add(new View(fromNanos, shares));
        // Nobody's resolver asked before the second: the first is seen by nobody any more.
        double asked = fromNanos - Math.max(ttlNanos, ignoredNanos);
        while (views.size() > 1 && views.get(1).fromNanos < asked) {
            views.remove(0);
        }
    }

    private static @Nullable WeightedChoice choice(double[] shares) {
        for (double share : shares) {
            if (share > 0) {
                return new WeightedChoice(shares);
            }
        }
        return null;
    }

    /** Returns the target of a user, but none of {@code without} if there is another; {@link Choice#NOBODY} if there is none at all. */
    int choose(long session, long now, @Nullable BitSet without) {
        View view = viewOf(session, now);
        WeightedChoice choice = view.choice;
        if (without != null) {
            double[] left = view.shares.clone();
            without.stream().forEach(target -> left[target] = 0);
            WeightedChoice others = choice(left);
            choice = others == null ? choice : others;
        }
        return choice == null ? Choice.NOBODY : choice.choose(KeyedRandom.uniform(choiceStream, session));
    }

    private View viewOf(long session, long now) {
        View newest = views.get(views.size() - 1);
        if (!dns || views.size() == 1) {
            return newest;
        }
        double period = KeyedRandom.uniform(ignoreStream, session) < ignoringShare ? ignoredNanos : ttlNanos;
        double phase = KeyedRandom.uniform(phaseStream, session) * period;
        double askedAt = StrictMath.floor((now - phase) / period) * period + phase;
        int index = views.size() - 1;
        while (index > 0 && views.get(index).fromNanos > askedAt) {
            index--;
        }
        return views.get(index);
    }
}
