package dev.foreshock.engine.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Shops;
import dev.foreshock.engine.live.PartReport;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A front before two servers, one of which calls a database: what parts say of it, and what nobody says. */
class GatheringTest {
    private static final Journal NONE = new Journal(List.of(), 0);
    private static final Map<String, Set<String>> CALLERS =
            Map.of("a", Set.of("front"), "b", Set.of("front"), "db", Set.of("a"));

    /** What callers of one part sent, of which all but one came to something. */
    private static ComponentFigures sent(long calls) {
        return new ComponentFigures(
                calls,
                Math.max(0, calls - 1),
                calls == 0 ? Map.of() : Map.of("ok", calls - 1, "error", 1L),
                null,
                null,
                null,
                null);
    }

    private static PartReport part(String name, long answered, Map<String, Long> sent) {
        Map<String, ComponentFigures> seen = new TreeMap<>();
        for (String other : List.of("front", "a", "b", "db")) {
            if (!other.equals(name)) {
                seen.put(other, sent(sent.getOrDefault(other, 0L)));
            }
        }
        ComponentFigures own = new ComponentFigures(0L, answered, Map.of(), 0.5, 0.0, 0.0, 0.01);
        return new PartReport(Map.of(name, own), seen, NONE, Map.of());
    }

    private static final PartReport FRONT = part("front", 90, Map.of("a", 50L, "b", 50L));
    private static final PartReport A = part("a", 48, Map.of("db", 70L));
    private static final PartReport B = part("b", 47, Map.of());
    private static final PartReport DB = part("db", 69, Map.of());

    /** What stands in the place of the front and counts nothing. */
    private static final PartReport HAPROXY = new PartReport(Map.of(), Map.of(), NONE, Map.of());

    private static Map<String, ComponentFigures> components(PartReport... parts) {
        Map<String, ComponentFigures> byUsers = Map.of("front", sent(100), "a", sent(0), "b", sent(0), "db", sent(0));
        return new Gathering(CALLERS, NONE, byUsers, Map.of(), List.of(parts)).components();
    }

    private static ComponentFigures figures(String name, PartReport... parts) {
        return components(parts).get(name);
    }

    @Test
    void callsAreCountedByWhoSendsThem() {
        ComponentFigures a = figures("a", FRONT, A, B, DB);
        assertThat(a.arrivals()).isEqualTo(50);
        assertThat(a.completions()).as("as it says itself").isEqualTo(48);
        assertThat(a.outcomes()).isEqualTo(Map.of("ok", 49L, "error", 1L));
        assertThat(figures("db", FRONT, A, B, DB).arrivals()).isEqualTo(70);
        assertThat(figures("front", FRONT, A, B, DB).arrivals()).isEqualTo(100);
    }

    @Test
    void behindWhatCountsNothingArrivalsAreUnknownAndNot0() {
        ComponentFigures a = figures("a", HAPROXY, A, B, DB);
        assertThat(a.arrivals()).isNull();
        assertThat(a.outcomes()).isNull();
        assertThat(a.completions()).as("as it says itself").isEqualTo(48);
        assertThat(a.utilization()).isEqualTo(0.5);
        assertThat(figures("b", HAPROXY, A, B, DB).arrivals()).isNull();
        assertThat(figures("db", HAPROXY, A, B, DB).arrivals())
                .as("who calls it tells")
                .isEqualTo(70);
        assertThat(figures("front", HAPROXY, A, B, DB).arrivals())
                .as("users tell")
                .isEqualTo(100);
    }

    @Test
    void ofAServiceThatIsGoneNobodyKnowsWhatItCalled() {
        assertThat(figures("db", FRONT, B, DB).arrivals()).isNull();
        assertThat(figures("a", FRONT, B, DB).arrivals())
                .as("what it was sent is known")
                .isEqualTo(50);
        assertThat(figures("a", FRONT, B, DB).completions())
                .as("as far as its caller knows")
                .isEqualTo(49);
        assertThat(figures("a", HAPROXY, B, DB).completions()).isNull();
    }

    @Test
    void callersAreThoseThatASystemHas() {
        assertThat(Gathering.callersIn(Shops.shop(Duration.ofSeconds(60)).system()))
                .isEqualTo(Map.of("db", Set.of("web")));
    }
}
