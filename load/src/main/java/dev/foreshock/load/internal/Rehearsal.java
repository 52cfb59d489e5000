package dev.foreshock.load.internal;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.foreshock.engine.load.LoadNotice;
import dev.foreshock.engine.load.LoadOrder;
import dev.foreshock.engine.load.PlannedUser;
import io.gatling.core.controller.inject.open.OpenInjectionProfile;
import io.gatling.core.controller.inject.open.OpenInjectionStep;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What Gatling plays: a scenario for each class of users, each of whom comes when planned and then sends what the conductor says, until it
 * says to leave. Gatling makes it of its name, so what it plays is set before.
 */
public final class Rehearsal extends Simulation {
    private static final int LEAST_FAILURE = 400;
    private static final long DEFAULT_PATIENCE_NANOS = 60_000_000_000L;

    private static volatile @Nullable Desk played;

    private final Desk desk = Objects.requireNonNull(played);

    /** Created by Gatling. */
    @SuppressWarnings("this-escape") // it is how simulations say what they are
    public Rehearsal() {
        List<PopulationBuilder> populations = desk.planned().entrySet().stream()
                .map(each -> population(each.getKey(), each.getValue()))
                .toList();
        setUp(populations).protocols(protocol());
    }

    /** Sets what the next one plays. */
    static void plays(Desk desk) {
        played = desk;
    }

    /** Each user has connections of its own, as a browser has, and follows nothing by itself. */
    private HttpProtocolBuilder protocol() {
        return http.headers(desk.run().headers())
                .disableWarmUp()
                .disableFollowRedirect()
                .disableAutoReferer()
                .disableCaching();
    }

    private PopulationBuilder population(String users, List<PlannedUser> planned) {
        ChainBuilder visit = exec(session -> session.set(Keys.VISITOR, desk.comes(users)))
                .exec(awaiting())
                .exec(asLongAs(session -> session.getBoolean(Keys.GOES_ON))
                        .on(exec(request(users)).exec(this::tell).exec(awaiting())))
                .exec(stopLoadGeneratorIf("enough", session -> session.getBoolean(Keys.STOPS)));
        OpenInjectionStep arrivals = new PlannedArrivals(planned, desk.run().startNanos());
        return new PopulationBuilder(scenario(users)
                .exec(visit)
                .wrapped
                .inject(new OpenInjectionProfile(
                        CollectionConverters.asScala(List.of(arrivals)).toList())));
    }

    private static ActionBuilder awaiting() {
        return Awaiting.Builder::new;
    }

    private HttpRequestActionBuilder request(String users) {
        LoadOrder.Run run = desk.run();
        return http(session -> order(session).name())
                .post(session -> order(session).url())
                .body(StringBody(session -> order(session).body()))
                .requestTimeout(Duration.ofNanos(run.patienceNanos().getOrDefault(users, DEFAULT_PATIENCE_NANOS)))
                .check(
                        status().saveAs(Keys.STATUS),
                        header(run.outcome()).optional().saveAs(Keys.OUTCOME),
                        header(run.inside()).optional().saveAs(Keys.INSIDE),
                        header(run.outcome()).withDefault(run.good()).is(run.good()))
                // Gatling asks for the status first, which says less than what the answer says by itself.
                .checkIf((response, session) -> response.header(run.outcome()).isEmpty())
                .then(status().lt(LEAST_FAILURE));
    }

    private static LoadOrder.Send order(Session session) {
        return Objects.requireNonNull(session.get(Keys.ORDER));
    }

    /** Tells how the request ended; what failed without an answer has none, as Gatling writes down why in its log alone. */
    private Session tell(Session session) {
        String inside = session.contains(Keys.INSIDE) ? session.getString(Keys.INSIDE) : null;
        String outcome = session.contains(Keys.OUTCOME) ? session.getString(Keys.OUTCOME) : null;
        desk.answered(new LoadNotice.Answered(
                order(session).ticket(),
                session.contains(Keys.STATUS) ? session.getInt(Keys.STATUS) : 0,
                outcome == null ? "" : outcome,
                inside == null ? -1 : Long.parseLong(inside)));
        return session.removeAll(Keys.STATUS, Keys.OUTCOME, Keys.INSIDE).markAsSucceeded();
    }
}
