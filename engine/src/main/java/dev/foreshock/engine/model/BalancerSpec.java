package dev.foreshock.engine.model;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.OfStory;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.internal.parts.Balancer;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Workbench;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends each user to one of several components, by weight. A user stays with one as long as the weights allow. Or sends each
 * call to one of them, as {@code choose} says; weights then only say who takes part: those above 0 %.
 *
 * @param weights the share of users each component gets; together 100 %
 * @param choose which component a call goes to; by weight by default
 * @param switching how a change of the weights reaches the users
 * @param ttl with DNS: how long resolvers keep the old weights; each follows at a time of its own within it
 * @param ignoreTtl with DNS: the share of users whose resolver keeps old weights longer
 * @param ignoredFor with DNS: how long those keep them
 * @param link the network to the components
 */
@Doc("Sends each user to one of several components, by weight.")
public record BalancerSpec(
        @Doc("The share of users each component gets; together 100 %.") @Names(Named.COMPONENT)
        Map<String, Percent> weights,

        @Doc("Which component a call goes to. But by weight, the weights only say who takes part: those above 0 %.")
        @Default("weighted")
        ChoiceSpec choose,

        @Relief(
                to = Relief.To.CONSTANT,
                constant = "at-once",
                by = Influence.LIMIT,
                without = "A change of the weights holds for the next request.")
        @Doc("How a change of the weights reaches the users: dns (as answers expire) or at-once.")
        @Key("switch")
        @Default("at-once")
        Switching switching,

        @Doc("With dns: how long resolvers keep the old weights; each follows at a time of its own within it.")
        @Default("60s")
        @Range(min = 1e-3)
        @OfStory
        Duration ttl,

        @Doc("With dns: the share of users whose resolver keeps old weights longer.") @Default("0%")
        Percent ignoreTtl,

        @Doc("With dns: how long those keep them.") @Default("30m") @Range(min = 1e-3) @OfStory
        Duration ignoredFor,

        @Doc("The network to the components.") @Default("0s")
        LinkSpec link)
        implements ComponentSpec, Validated {
    /** How a change of the weights reaches the users. */
    public enum Switching {
        /** As cached DNS answers expire. */
        DNS,
        /** For the next request. */
        AT_ONCE
    }

    /** Copies the map. */
    public BalancerSpec {
        weights = java.util.Collections.unmodifiableMap(new TreeMap<>(weights));
    }

    /** Creates a balancer by weight. */
    public BalancerSpec(
            Map<String, Percent> weights,
            Switching switching,
            Duration ttl,
            Percent ignoreTtl,
            Duration ignoredFor,
            LinkSpec link) {
        this(weights, ChoiceSpec.WEIGHTED, switching, ttl, ignoreTtl, ignoredFor, link);
    }

    /** Returns this balancer, choosing as {@code how} says. */
    public BalancerSpec choosing(ChoiceSpec how) {
        return new BalancerSpec(weights, how, switching, ttl, ignoreTtl, ignoredFor, link);
    }

    /** Returns a balancer whose weights change for the next request. */
    public static BalancerSpec atOnce(Map<String, Percent> weights) {
        return new BalancerSpec(
                weights,
                Switching.AT_ONCE,
                Duration.ofSeconds(60),
                Percent.ZERO,
                Duration.ofMinutes(30),
                LinkSpec.NONE);
    }

    /** Returns a balancer by DNS. */
    public static BalancerSpec dns(Map<String, Percent> weights, Duration ttl, Percent ignoreTtl, Duration ignoredFor) {
        return new BalancerSpec(weights, Switching.DNS, ttl, ignoreTtl, ignoredFor, LinkSpec.NONE);
    }

    @Override
    public Component build(Workbench workbench) {
        return new Balancer(this, workbench);
    }

    /** Returns one call to each component, made by its share. A deadline passes through, and so does a caller's wish to stop. */
    @Override
    public Map<String, CallSpec> calls() {
        CallSpec call = CallSpec.plain().over(link).passingDeadline().cancelling();
        Map<String, CallSpec> calls = new TreeMap<>();
        weights.forEach((target, weight) -> calls.put(target, call.madeBy(weight)));
        return calls;
    }

    @Override
    public Sizing sizing() {
        return new Sizing() {
            @Override
            public boolean makesOneOfItsCalls() {
                return true;
            }
        };
    }

    @Override
    public boolean understands(Action action) {
        return action instanceof Action.Weights change
                && weights.keySet().containsAll(change.weights().keySet());
    }

    @Override
    public void validate(Problems problems) {
        double sum = weights.values().stream().mapToDouble(Percent::share).sum();
        if (Math.abs(sum - 1) > 1e-9) {
            problems.at("weights").add(Flaw.CONFLICT, "weights must add up to 100%, but gave " + new PercentSum(sum));
        }
        if (choose.by() != By.WEIGHTED && switching == Switching.DNS) {
            problems.at("choose")
                    .add(
                            Flaw.CONFLICT,
                            "a choice for every call must not be left to dns, but 'switch' was dns",
                            "with dns, choose by weight");
        }
    }

    /** Writes a sum of shares, which may exceed the whole. */
    private record PercentSum(double sum) {
        @Override
        public String toString() {
            return Math.round(sum * 1e6) / 1e4 + "%";
        }
    }
}
