package dev.foreshock.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.Shops;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.SystemSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComponentPartTest {
    private static final long MILLI = 1_000_000;
    private static final Scenario SHOP = Shops.shop(Duration.ofSeconds(60));

    private final List<String> heard = new ArrayList<>();
    private final Beyond beyond = new Beyond() {
        @Override
        public void send(long ticket, Hop hop) {
            heard.add("send " + hop.from() + " to " + hop.to() + " #" + ticket);
        }

        @Override
        public void stop(long ticket) {
            heard.add("stop #" + ticket);
        }

        @Override
        public void answer(long ticket, Outcome outcome) {
            heard.add("answer " + ticket + " " + outcome.text());
        }

        @Override
        public void act(Action action) {
            heard.add("act " + action);
        }
    };

    private static Scenario with(ServerSpec db) {
        Map<String, ComponentSpec> components = new TreeMap<>(SHOP.system().components());
        components.put("db", db);
        return SHOP.withSystem(SystemSpec.of(components));
    }

    private static Hop hop(String to, boolean stops) {
        return new Hop("users.visitors", to, 42, 42, 7, "", Long.MAX_VALUE, stops, false);
    }

    @Test
    void aCallIsAnsweredAfterTheWorkThatTheSimulatorWouldDraw() {
        ServerSpec fixed = ServerSpec.of(1, new Fixed(Duration.ofMillis(20))).build();
        ComponentPart part = ComponentPart.of(with(fixed), "db", PartOptions.of(1, 0), beyond);
        assertThat(part.advance(5 * MILLI)).isGreaterThan(25 * MILLI);
        part.arrive(1, hop("db", false));
        assertThat(part.advance(5 * MILLI)).isEqualTo(25 * MILLI);
        part.advance(24 * MILLI);
        assertThat(heard).isEmpty();
        part.advance(25 * MILLI);
        assertThat(heard).containsExactly("answer 1 ok");
    }

    @Test
    void workStandsWhileItsProcessStood() {
        ServerSpec fixed = ServerSpec.of(1, new Fixed(Duration.ofMillis(20))).build();
        ComponentPart part = ComponentPart.of(with(fixed), "db", PartOptions.of(1, 0), beyond);
        part.advance(0);
        part.arrive(1, hop("db", false));
        part.advance(10 * MILLI);
        part.stood(10 * MILLI, 510 * MILLI);
        assertThat(heard).isEmpty();
        assertThat(part.advance(510 * MILLI)).isEqualTo(520 * MILLI);
        part.advance(520 * MILLI);
        assertThat(heard).containsExactly("answer 1 ok");
    }

    @Test
    void aCallOfItsOwnGoesOutAndItsAnswerComesBack() {
        ComponentPart part = ComponentPart.of(SHOP, "web", PartOptions.of(1, 0), beyond);
        part.advance(0);
        part.arrive(9, hop("web", false));
        part.advance(400 * MILLI);
        assertThat(heard).containsExactly("send web.db to db #1");
        part.answered(1, Outcome.OK);
        part.advance(400 * MILLI);
        assertThat(heard).containsExactly("send web.db to db #1", "answer 9 ok");
        part.answered(1, Outcome.ERROR);
        part.advance(401 * MILLI);
        assertThat(heard).as("an answer counts once").hasSize(2);
    }

    @Test
    void whoHangsUpHasTheWorkStoppedWhereTheCallSaysSo() {
        ServerSpec fixed = ServerSpec.of(1, new Fixed(Duration.ofMillis(20))).build();
        ComponentPart part = ComponentPart.of(with(fixed), "db", PartOptions.of(1, 0), beyond);
        part.advance(0);
        part.arrive(1, hop("db", true));
        part.arrive(2, hop("db", false));
        part.advance(5 * MILLI);
        part.stop(1);
        part.advance(25 * MILLI);
        assertThat(heard).as("the second begins at 5 ms").containsExactly("answer 2 ok");
        assertThat(part.scrape().own().get("db").holding()).isZero();
    }

    @Test
    void anActionIsCarriedOutAndWrittenDown() {
        ComponentPart part = ComponentPart.of(SHOP, "db", PartOptions.of(1, 0), beyond);
        part.advance(MILLI);
        part.act(new Action.Restart("db"));
        part.advance(2 * MILLI);
        assertThat(part.report().journal().entries())
                .anySatisfy(entry -> assertThat(entry.text()).contains("restart db"));
    }

    @Test
    void aComponentThatIsNotThereIsRefusedByName() {
        assertThatThrownBy(() -> ComponentPart.of(SHOP, "dv", PartOptions.of(1, 0), beyond))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a part must be a component of shop, one of [db, web], but was 'dv'");
    }
}
