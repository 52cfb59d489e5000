package dev.foreshock.engine.model;

import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Range;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A class of users, who come in sessions (a partly open workload).
 *
 * @param enters the component their requests go to, unless a class of requests has its own
 * @param visit what they do
 * @param patience how long they wait for a page before it counts as failed
 * @param afterFailure what they do when a page does not come
 * @param link the network between them and the component
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
        LinkSpec link) {
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
