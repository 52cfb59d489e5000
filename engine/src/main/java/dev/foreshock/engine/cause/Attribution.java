package dev.foreshock.engine.cause;

import java.util.Comparator;
import java.util.List;

/**
 * What an impact comes from.
 *
 * @param scenario the name of the scenario
 * @param plan how the causes were looked for
 * @param toll the impact as it is
 * @param effects what each cause does, the one that most goes with first; empty where there is no impact to explain
 * @param untried causes that were not reached before the budget was spent or a person stopped it
 * @param trivial causes without which nobody comes at all: nothing can go wrong then, so they are not run and not ranked
 * @param isStopped whether a person stopped it, so that this is what was known then; each figure says how many runs it is of
 * @param spentEvents events simulated altogether
 * @param checksums the checksums of the scenario as it is, by replication
 */
public record Attribution(
        String scenario,
        WhyPlan plan,
        Toll toll,
        List<Effect> effects,
        List<Cause> untried,
        List<Cause> trivial,
        boolean isStopped,
        long spentEvents,
        List<Long> checksums) {
    /** Copies the lists. */
    public Attribution {
        effects = List.copyOf(effects);
        untried = List.copyOf(untried);
        trivial = List.copyOf(trivial);
        checksums = List.copyOf(checksums);
    }

    /** Returns the effects of which {@code finding} can be said, in order. */
    public List<Effect> all(Effect.Finding finding) {
        return effects.stream().filter(effect -> effect.finding() == finding).toList();
    }

    /** Returns what is no cause but keeps the impact down: it is worse without, with the first of them most. */
    public List<Effect> helpful() {
        return all(Effect.Finding.HELPS).stream()
                .sorted(Comparator.comparingDouble(Effect::share))
                .toList();
    }

    /**
     * Returns what share of the impact goes with the causes that make it worse, summed up. More than 1 where they act
     * together: the impact needs several of them, and goes with each. What is a group of other causes does not count.
     */
    public double shareOfAll() {
        return all(Effect.Finding.WORSENS).stream()
                .filter(effect -> !isGroup(effect))
                .mapToDouble(Effect::share)
                .sum();
    }

    /** Tells whether {@code group} takes away several of the other causes together: the curves of a class of users. */
    public boolean isGroup(Effect group) {
        return effects.stream()
                .anyMatch(
                        effect -> effect.cause().name().startsWith(group.cause().name() + "."));
    }
}
