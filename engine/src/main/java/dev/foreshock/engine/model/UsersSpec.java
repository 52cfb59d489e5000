package dev.foreshock.engine.model;

import dev.foreshock.engine.arrival.ArrivalSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Scales;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A class of users, who come in sessions (a partly open workload).
 *
 * @param enters the component their requests go to, unless a class of requests has its own
 * @param visit what they do
 * @param patience how long they wait for a page before it counts as failed
 * @param afterFailure what they do when a page does not come
 * @param link the network between them and the component
 * @param arrivals how they arrive around the rate of their traffic, or null for by chance (Poisson)
 * @param resident how many of them are there from the start and stay: after their last page, or when they would leave, they
 *     think and click again (a closed workload). Null for none; those of the traffic come beside them
 */
@Doc("A class of users, who come in sessions.")
public record UsersSpec(
        @Doc("The component their requests go to, unless a class of requests has its own.") @Names(Named.COMPONENT)
        String enters,

        @Doc("What they do.") VisitSpec visit,

        @Doc("How long they wait for a page before it counts as failed.") @Default("10s") @Range(min = 1e-3)
        Duration patience,

        @Doc("What they do when a page does not come.") @Default("{}")
        FailureHabits afterFailure,

        @Doc("The network between them and the component.") @Default("0s")
        LinkSpec link,

        @Doc("How they arrive around the rate of their traffic; by chance (Poisson), if left out.") @Nullable
        ArrivalSpec arrivals,

        @Doc(
                "How many of them are there from the start and stay, thinking between their clicks: a closed workload. None, if left out.")
        @Scales
        @Range(min = 1, max = 10_000_000)
        @Nullable
        Integer resident) {
    /** Creates users who arrive by chance, none of whom is there from the start. */
    public UsersSpec(String enters, VisitSpec visit, Duration patience, FailureHabits afterFailure, LinkSpec link) {
        this(enters, visit, patience, afterFailure, link, null, null);
    }

    /** Returns these users, arriving otherwise. */
    public UsersSpec arriving(ArrivalSpec how) {
        return new UsersSpec(enters, visit, patience, afterFailure, link, how, resident);
    }

    /** Returns these users, behind another network. */
    public UsersSpec over(LinkSpec other) {
        return new UsersSpec(enters, visit, patience, afterFailure, other, arrivals, resident);
    }

    /** Returns these users, of whom {@code count} are there from the start and stay. */
    public UsersSpec resident(int count) {
        return new UsersSpec(enters, visit, patience, afterFailure, link, arrivals, count);
    }

    /** Returns the components that their requests go to. */
    public Set<String> entries() {
        return visit.requests().isEmpty()
                ? Set.of(enters)
                : visit.requests().values().stream().map(this::entry).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the component that requests described by {@code request} go to. */
    public String entry(RequestSpec request) {
        return request.enters() == null ? enters : request.enters();
    }
}
