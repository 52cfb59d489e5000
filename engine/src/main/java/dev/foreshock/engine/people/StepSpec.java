package dev.foreshock.engine.people;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A step of a runbook. It starts when the steps before it have ended as wanted, what it needs is known, and its
 * responder is free; it ends after its duration, with its actions, and then gives what was found.
 *
 * @param by the responder who does it
 * @param after the steps that must have ended first, and how
 * @param needs what must be known first
 * @param takes how long it takes
 * @param actions what is done at its end, in this order
 * @param workedIf how one sees that the actions worked, or null where they are taken to work
 * @param settlesIn how long it may take until {@code workedIf} first holds
 * @param gives what is known after it
 * @param skipIf it is skipped when any of this is known
 */
@Doc("A step of a runbook. Durations are inputs; what the step achieves is not.")
public record StepSpec(
        @Doc("The responder who does it.") @Names(Named.RESPONDER)
        String by,

        @Doc("The steps that must have ended first: a name, or a name with 'worked' or 'failed'.")
        Set<StepRef> after,

        @Doc("What must be known first.") Set<String> needs,
        @Doc("How long it takes.") @Default("0s") @Range Duration takes,

        @Relief(
                to = Relief.To.NOTHING,
                by = Influence.RESPONSE,
                whole = true,
                without = "The step takes its time and does nothing.")
        @Doc("What is done at its end, in this order.")
        @Key("do")
        List<Action> actions,

        @Doc("How one sees that it worked; taken to work, if left out.") @Nullable
        Condition workedIf,

        @Doc("How long it may take until 'worked-if' first holds.") @Default("5m") @Range
        Duration settlesIn,

        @Doc("What is known after it.") Set<String> gives,
        @Doc("It is skipped when any of this is known.") Set<String> skipIf) {
    /** Copies the collections. */
    public StepSpec {
        after = Collections.unmodifiableSet(new TreeSet<>(after));
        needs = Collections.unmodifiableSet(new TreeSet<>(needs));
        actions = List.copyOf(actions);
        gives = Collections.unmodifiableSet(new TreeSet<>(gives));
        skipIf = Collections.unmodifiableSet(new TreeSet<>(skipIf));
    }

    /** Returns this step less those of its actions of which {@code unwanted} holds. */
    public StepSpec without(Predicate<Action> unwanted) {
        List<Action> left = actions.stream().filter(unwanted.negate()).toList();
        return left.size() == actions.size()
                ? this
                : new StepSpec(by, after, needs, takes, left, workedIf, settlesIn, gives, skipIf);
    }

    /** Returns a builder of a step that {@code responder} does in {@code time}. */
    public static Builder by(String responder, Duration time) {
        return new Builder(responder, time);
    }

    /** Builds a step. */
    public static final class Builder {
        private final String by;
        private final Duration takes;
        private Set<StepRef> after = Set.of();
        private Set<String> needs = Set.of();
        private List<Action> actions = List.of();
        private @Nullable Condition workedIf;
        private Duration settlesIn = Duration.ofMinutes(5);
        private Set<String> gives = Set.of();
        private Set<String> skipIf = Set.of();

        private Builder(String by, Duration takes) {
            this.by = by;
            this.takes = takes;
        }

        /** Sets the steps that must have ended first; none by default. */
        public Builder after(StepRef... steps) {
            after = Set.of(steps);
            return this;
        }

        /** Sets what must be known first; nothing by default. */
        public Builder needs(String... facts) {
            needs = Set.of(facts);
            return this;
        }

        /** Sets what is done at its end; nothing by default. */
        public Builder does(Action... what) {
            actions = List.of(what);
            return this;
        }

        /** Sets how one sees that it worked; taken to work by default. */
        public Builder workedIf(Condition condition) {
            workedIf = condition;
            return this;
        }

        /** Sets how long it may take until the condition first holds; five minutes by default. */
        public Builder settlesIn(Duration time) {
            settlesIn = time;
            return this;
        }

        /** Sets what is known after it; nothing by default. */
        public Builder gives(String... facts) {
            gives = Set.of(facts);
            return this;
        }

        /** Sets what makes it unnecessary; nothing by default. */
        public Builder skipIf(String... facts) {
            skipIf = Set.of(facts);
            return this;
        }

        /** Returns the step. */
        public StepSpec build() {
            return new StepSpec(by, after, needs, takes, actions, workedIf, settlesIn, gives, skipIf);
        }
    }
}
