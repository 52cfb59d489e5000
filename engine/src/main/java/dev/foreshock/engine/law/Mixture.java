package dev.foreshock.engine.law;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Quantity;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A choice among laws, each with its share: such as a cache that answers most requests at once and few after a look-up. Two
 * exponential parts make a hyperexponential law of any branches.
 *
 * @param parts the laws, by name, with shares that add up to 100 %
 */
@Doc("A choice among several laws, each with its share.")
public record Mixture(
        @Doc("The laws, by name, with the share of each; together 100 %.")
        Map<String, Part> parts) implements TimeLaw, Validated {
    /**
     * One of the laws.
     *
     * @param share how often it is chosen
     * @param time the law
     */
    @Doc("One of the laws of a mixture.")
    public record Part(
            @Doc("How often it is chosen.") Percent share,
            @Doc("The law.") TimeLaw time) {}

    /** Copies the map. */
    public Mixture {
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    /** Returns a mixture of two laws, of which the first is chosen with {@code share}. */
    public static Mixture of(Percent share, TimeLaw first, TimeLaw second) {
        return new Mixture(Map.of("first", new Part(share, first), "second", new Part(share.complement(), second)));
    }

    @Override
    public Duration mean() {
        double nanos = 0;
        for (Part part : parts.values()) {
            nanos += part.share.share() * part.time.mean().toNanos();
        }
        return Duration.ofNanos(Math.round(nanos));
    }

    @Override
    public TimeSampler sampler() {
        TimeSampler[] samplers =
                parts.values().stream().map(part -> part.time.sampler()).toArray(TimeSampler[]::new);
        double[] upTo = new double[samplers.length];
        double sum = 0;
        int number = 0;
        for (Part part : parts.values()) {
            sum += part.share.share();
            upTo[number++] = sum;
        }
        return random -> {
            double choice = random.nextDouble();
            int chosen = 0;
            while (chosen < upTo.length - 1 && choice >= upTo[chosen]) {
                chosen++;
            }
            return samplers[chosen].nextNanos(random);
        };
    }

    @Override
    public void validate(Problems problems) {
        double sum =
                parts.values().stream().mapToDouble(part -> part.share.share()).sum();
        if (Math.abs(sum - 1) > 1e-9) {
            problems.at("parts")
                    .add(
                            Flaw.CONFLICT,
                            "shares of parts must add up to 100%, but gave " + Quantity.text(Dimension.SHARE, sum));
        }
    }
}
