package dev.foreshock.engine.internal.caution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.curve.Hold;
import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of loads follows each class of requests on its own path. */
class RequestClassCautionsTest {
    /** A thousand page views a second at the most, one in ten to buy. */
    private static ScenarioBuilder shop(ServerSpec web, int pool, @Nullable String buyersEnter) {
        UsersSpec plain = Odd.users("web", Duration.ofSeconds(10));
        Map<String, RequestSpec> requests =
                Map.of("browse", RequestSpec.of(90), "buy", new RequestSpec(Percent.of(10), buyersEnter));
        return Odd.sound()
                .request("browse")
                .request("buy")
                .component("web", web)
                .component("db", DatabaseSpec.of(pool, Odd.millis(20)))
                .users(
                        "shoppers",
                        new UsersSpec(
                                plain.enters(),
                                plain.visit().asking(requests),
                                plain.patience(),
                                plain.afterFailure(),
                                plain.link()))
                .traffic("shoppers", "surge", new Hold(Moment.at("09:12"), Moment.at("09:20"), Rate.perSecond(990)));
    }

    private static ServerSpec web() {
        return ServerSpec.of(1000, Odd.millis(20))
                .call("db", CallSpec.plain().forRequests("buy"))
                .build();
    }

    private static List<String> messages(ScenarioBuilder builder) {
        return Odd.in(builder).stream().map(Caution::message).toList();
    }

    @Test
    void aCallOfOneClassIsOfferedThatClassAlone() {
        assertThat(messages(shop(web(), 2, null))).isEmpty();
        assertThat(messages(shop(web(), 1, null)))
                .as("100/s of 20 ms on one connection")
                .containsExactly(
                        "'db' is offered 2 times what it can serve at 09:12 and has nothing to shed load with");
    }

    @Test
    void aClassLoadsTheComponentWhereItEnters() {
        ScenarioBuilder shop = shop(web(), 5, "desk").component("desk", web());
        assertThat(messages(shop)).isEmpty();
        ServerSpec small = ServerSpec.of(1, Odd.millis(20)).build();
        assertThat(messages(shop(web(), 5, "desk").component("desk", small)))
                .containsExactly(
                        "'desk' is offered 2 times what it can serve at 09:12 and has nothing to shed load with");
    }

    @Test
    void workersAreHeldByCallsAsOftenAsTheyAreMade() {
        ServerSpec web = ServerSpec.of(25, Odd.millis(20))
                .call("db", CallSpec.plain().forRequests("buy"))
                .build();
        assertThat(messages(shop(web, 5, null))).as("22 ms on the average").isEmpty();
    }

    @Test
    void whatTakesLessForSomeIsNotSaidToBeOverloaded() {
        ServerSpec web = ServerSpec.of(10, Odd.millis(20))
                .workFor("browse", Odd.millis(5))
                .build();
        assertThat(messages(shop(web, 5, null))).isEmpty();
    }

    @Test
    void aClaimAboutAClassIsNotOneAboutAComponent() {
        Claim sells = Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.9)).about("buy");
        assertThat(messages(shop(web(), 5, null).gate("sells", sells))).isEmpty();
    }
}
