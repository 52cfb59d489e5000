package dev.foreshock.engine.reference;

import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One sending of a call with all its hedges. */
final class Attempt {
    final Way way;

    /** The request that the call is made for; null for a user's. */
    final @Nullable Request made;

    final int repetition;

    /** Its number among the attempts at the call: 0 for the first, then the retries. */
    final int number;

    final Consumer<Outcome> whenOver;

    /** What was sent and has not ended for the caller, oldest first. */
    final List<Request> open = new ArrayList<>();

    /** The time after which nobody waits for it. */
    long until = Long.MAX_VALUE;

    int hedges;
    long nextHedgeAt;

    /** What was sent last: what is due next for the attempt is set anew when this is over. */
    @Nullable
    Request last;

    Agenda.@Nullable Entry timeout;
    Agenda.@Nullable Entry nextHedge;

    Attempt(Way way, @Nullable Request made, int repetition, int number, Consumer<Outcome> whenOver) {
        this.way = way;
        this.made = made;
        this.repetition = repetition;
        this.number = number;
        this.whenOver = whenOver;
    }

    /** Takes off what is still planned for it. */
    void settle() {
        cancel(timeout);
        cancel(nextHedge);
    }

    static void cancel(Agenda.@Nullable Entry entry) {
        if (entry != null) {
            entry.cancel();
        }
    }
}
