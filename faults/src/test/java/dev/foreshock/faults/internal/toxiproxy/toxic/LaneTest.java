package dev.foreshock.faults.internal.toxiproxy.toxic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every toxic. */
class LaneTest {
    @Test
    void aToxicThatFailsIsAsIfItWereNotThere() {
        Behavior broken = (chunk, lane) -> {
            throw new IllegalStateException("broken on purpose");
        };
        Bench bench = new Bench(broken).give("a").give("b").end();
        assertThat(bench.left()).containsExactly("0 a", "0 b", "0 end");
        assertThat(bench.isAllReleased()).isTrue();
    }

    @Test
    void aToxicThatFailsLaterLetsGoOfWhatItHeld() {
        Behavior broken = (chunk, lane) -> lane.hold(chunk, 1_000_000, () -> {
            throw new IllegalStateException("broken on purpose");
        });
        assertThat(new Bench(broken).give("a").give("b").pass(5).left()).containsExactly("1 a", "1 b");
    }

    @Test
    void aToxicThatFailsAtTheEndStillEnds() {
        Behavior broken = new Behavior() {
            @Override
            public void chunk(Chunk chunk, Lane lane) {
                lane.forward(chunk);
            }

            @Override
            public void end(Lane lane) {
                throw new IllegalStateException("broken on purpose");
            }
        };
        assertThat(new Bench(broken).give("a").end().left()).containsExactly("0 a", "0 end");
    }

    static List<Toxic> toxicsThatKeepBytes() {
        return List.of(
                new Bandwidth(1),
                new Latency(50, 20),
                new SlowClose(70),
                new Slicer(3, 2, 500),
                new Noop(),
                new SharedBandwidth(1));
    }

    @ParameterizedTest
    @MethodSource("toxicsThatKeepBytes")
    void noByteIsLostOrReorderedByUpdates(Toxic toxic) {
        Bench bench = new Bench(toxic);
        StringBuilder given = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            given.append(i).append(",");
            bench.give(i + ",").pass(i % 7);
            if (i % 5 == 0) {
                bench.update(i % 10 == 0 ? toxic : new Latency(30, 0));
            }
        }
        bench.end().pass(1_000_000);
        assertThat(bench.text()).isEqualTo(given.toString());
        assertThat(bench.left()).last().asString().endsWith("end");
        assertThat(bench.isAllReleased()).isTrue();
    }

    @Test
    void everyTypeIsMadeOfItsOwnNumbers() {
        List<ToxicType> types = Stream.concat(ToxicTypes.all().stream(), ToxicTypes.effects().stream())
                .toList();
        for (ToxicType type : types) {
            Map<String, Long> numbers = type.attributes().stream().collect(Collectors.toMap(name -> name, name ->
                    (long) (10 - name.length() % 9)));
            Toxic toxic = type.create(
                    switch (type.name()) {
                        case "slicer" -> Map.of("average_size", 9L, "size_variation", 8L, "delay", 7L);
                        case "cut_after" -> Map.of("bytes", 9L, "time", 8L, "reset", 1L);
                        default -> numbers;
                    });
            assertThat(toxic.type()).isEqualTo(type);
            assertThat(toxic.attributes().keySet()).containsExactlyElementsOf(type.attributes());
            assertThat(type.create(toxic.attributes())).isEqualTo(toxic);
        }
    }
}
