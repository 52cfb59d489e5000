package dev.foreshock.engine.model;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.call.EjectionSpec;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RedispatchSpec;
import dev.foreshock.engine.call.RedispatchSpec.On;
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
import org.jspecify.annotations.Nullable;

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
 * @param timeout how long a call to one of them may take, or null for any time
 * @param check how they are checked, or null for not at all
 * @param eject when those whose calls fail are ejected, or null for never
 * @param redispatch when a call that failed at one is sent to another, or null for never
 * @param noneLeft what becomes of calls while no component is well
 * @param panicAt the share of well components at which calls go to all of them
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

        @Relief(to = Relief.To.NOTHING, by = Influence.LIMIT, without = "A call to a component may take any time.")
        @Doc("How long a call to one of the components may take; any time, if left out.")
        @Range(min = 1e-9)
        @Nullable
        Duration timeout,

        @Doc("How the components are checked: one that is down gets no calls; not, if left out.") @Nullable
        HealthCheckSpec check,

        @Doc("When a component whose calls fail gets none for a while; never, if left out.") @Nullable
        EjectionSpec eject,

        @Doc("When a call that failed at one component is sent to another; never, if left out.") @Nullable
        RedispatchSpec redispatch,

        @Doc("What becomes of calls while no component is well: try-all (they go to all of them) or refuse.")
        @Default("try-all")
        NoneLeft noneLeft,

        @Doc("With try-all: while no more than this share of the components is well, calls go to all of them.")
        @Default("0%")
        Percent panicAt,

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

    /** What becomes of calls while no component is well. */
    public enum NoneLeft {
        /** They go to all of them: a check that is wrong is no outage of its own. */
        TRY_ALL,
        /** There is no connection. */
        REFUSE
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
        this(
                weights,
                ChoiceSpec.WEIGHTED,
                switching,
                ttl,
                ignoreTtl,
                ignoredFor,
                null,
                null,
                null,
                null,
                NoneLeft.TRY_ALL,
                Percent.ZERO,
                link);
    }

    /** Returns this balancer, choosing as {@code how} says. */
    public BalancerSpec choosing(ChoiceSpec how) {
        BalancerDraft draft = new BalancerDraft(this);
        draft.choose = how;
        return draft.spec();
    }

    /** Returns this balancer over {@code network}. */
    public BalancerSpec over(LinkSpec network) {
        BalancerDraft draft = new BalancerDraft(this);
        draft.link = network;
        return draft.spec();
    }

    /** Returns this balancer with {@code limit} for each call to a component. */
    public BalancerSpec within(Duration limit) {
        BalancerDraft draft = new BalancerDraft(this);
        draft.timeout = limit;
        return draft.spec();
    }

    /** Returns this balancer, checking its components. */
    public BalancerSpec checking(HealthCheckSpec checks) {
        BalancerDraft draft = new BalancerDraft(this);
        draft.check = checks;
        return draft.spec();
    }

    /** Returns this balancer, ejecting components whose calls fail. */
    public BalancerSpec ejecting(EjectionSpec outliers) {
        BalancerDraft draft = new BalancerDraft(this);
        draft.eject = outliers;
        return draft.spec();
    }

    /** Returns this balancer, sending calls that failed to another component. */
    public BalancerSpec redispatching(RedispatchSpec again) {
        BalancerDraft draft = new BalancerDraft(this);
        draft.redispatch = again;
        return draft.spec();
    }

    /** Returns this balancer, which refuses calls while no component is well. */
    public BalancerSpec refusingWhenNoneIsLeft() {
        BalancerDraft draft = new BalancerDraft(this);
        draft.noneLeft = NoneLeft.REFUSE;
        return draft.spec();
    }

    /** Returns this balancer, trying all components while no more than {@code share} of them is well. */
    public BalancerSpec panickingAt(Percent share) {
        BalancerDraft draft = new BalancerDraft(this);
        draft.panicAt = share;
        return draft.spec();
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
        CallSpec plain = CallSpec.plain().over(link).passingDeadline().cancelling();
        CallSpec call = timeout == null ? plain : plain.within(timeout);
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
        if (switching == Switching.DNS && (eject != null || redispatch != null)) {
            problems.at(eject != null ? "eject" : "redispatch")
                    .add(
                            Flaw.CONFLICT,
                            "resolvers must not be asked for what only a balancer sees, the ends of calls, but 'switch' was dns",
                            "with dns, check the components");
        }
        if (noneLeft == NoneLeft.REFUSE && panicAt.share() > 0) {
            problems.at("panic-at")
                    .add(
                            Flaw.CONFLICT,
                            "calls must not go to all components at " + panicAt
                                    + " and be refused while none is well, but 'none-left' was refuse",
                            "leave one of them out");
        }
        if (timeout == null && redispatch != null && redispatch.on().contains(On.TIMED_OUT)) {
            problems.at("redispatch")
                    .at("on")
                    .add(
                            Flaw.CONFLICT,
                            "a call must have a timeout to be sent again after it, but 'timeout' was left out",
                            "set 'timeout'");
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
