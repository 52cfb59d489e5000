package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.AdmissionSpec.By;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.policy.TokenBucket;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.spi.Workbench;
import org.jspecify.annotations.Nullable;

/**
 * Who is admitted to a server: those sessions that fall within the share that people let in, and of them who gets a token. A
 * session has one draw for all shares, so who is let in with a tenth is with a quarter. Who is inside stays.
 */
final class Admission {
    private final Workbench bench;
    private final @Nullable AdmissionSpec spec;
    private final int replicas;
    private final @Nullable TokenBucket tokens;
    private final AdmittedSessions admitted = new AdmittedSessions();
    private final long stream;
    private double share = 1;

    Admission(ServerSpec server, Workbench bench) {
        this.bench = bench;
        spec = server.admit();
        replicas = server.replicas();
        stream = bench.stream("admission");
        double rate = spec == null ? 0 : spec.perSecond(replicas);
        tokens = spec == null ? null : new TokenBucket(rate, burst(rate, spec));
    }

    private static double burst(double perSecond, AdmissionSpec spec) {
        return perSecond * spec.burst().toNanos() / 1e9;
    }

    boolean admits(int call, long now) {
        if (share < 1 && KeyedRandom.uniform(stream, bench.calls().session(call)) >= share) {
            return false;
        } else if (tokens == null || spec == null) {
            return true;
        } else if (spec.by() == By.REQUEST) {
            return tokens.take(now);
        }
        long session = bench.calls().session(call);
        if (admitted.contains(session)) {
            return true;
        }
        boolean admits = tokens.take(now);
        if (admits) {
            admitted.add(session);
        }
        return admits;
    }

    /** Lets in another share, or at another rate. */
    void assign(Action.Assign change, long now) {
        if (change.unit() == Action.Assign.Unit.SHARE) {
            share = change.number();
        } else if (tokens != null && spec != null) {
            double rate = spec.admitting(change.number()).perSecond(replicas);
            tokens.change(rate, burst(rate, spec), now);
        }
    }
}
