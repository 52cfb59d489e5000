package dev.foreshock.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyedRandomTest {
    private static final long STREAM = new Streams(1, 0).named("test");

    private final KeyedRandom random = new KeyedRandom();

    @Test
    void drawsOfConsecutiveKeysAreUniform() {
        int[] cells = new int[100];
        int n = 1_000_000;
        for (int key = 0; key < n; key++) {
            cells[(int) (100 * KeyedRandom.uniform(STREAM, key))]++;
        }
        double chi = 0;
        for (int count : cells) {
            chi += (count - n / 100.0) * (count - n / 100.0) / (n / 100.0);
        }
        assertThat(chi).as("chi square with 99 degrees of freedom").isBetween(60.0, 149.0);
    }

    @Test
    void neighboringKeysAndStreamsAreNotCorrelated() {
        int n = 200_000;
        double keys = 0;
        double streams = 0;
        double plusOne = 0;
        for (int key = 0; key < n; key++) {
            double here = KeyedRandom.uniform(STREAM, key) - 0.5;
            keys += here * (KeyedRandom.uniform(STREAM, key + 1) - 0.5);
            streams += here * (KeyedRandom.uniform(new Streams(1, 0).named("other"), key) - 0.5);
            plusOne += here * (KeyedRandom.uniform(STREAM + 1, key) - 0.5);
        }
        double scale = 12.0 / n;
        double limit = 4 / Math.sqrt(n);
        assertThat(keys * scale).isBetween(-limit, limit);
        assertThat(streams * scale).isBetween(-limit, limit);
        assertThat(plusOne * scale).isBetween(-limit, limit);
    }

    @Test
    void aDrawDependsOnStreamAndKeyAlone() {
        double first = random.at(STREAM, 7).nextDouble();
        random.at(STREAM, 8).exponential();
        random.nextLong();
        assertThat(random.at(STREAM, 7).nextDouble()).isEqualTo(first);
        assertThat(new KeyedRandom().at(STREAM, 7).nextDouble()).isEqualTo(first);
        assertThat(KeyedRandom.uniform(STREAM, 7)).isEqualTo(first);
    }

    @Test
    void exponentialAndNormalNumbersHaveTheirMoments() {
        int n = 400_000;
        double sum = 0;
        double squares = 0;
        double normal = 0;
        double normalSquares = 0;
        for (int key = 0; key < n; key++) {
            double e = random.at(STREAM, key).exponential();
            sum += e;
            squares += e * e;
            double g = random.at(STREAM, key).gaussian();
            normal += g;
            normalSquares += g * g;
        }
        assertThat(sum / n).isCloseTo(1, within(0.006));
        assertThat(squares / n).isCloseTo(2, within(0.03));
        assertThat(normal / n).isCloseTo(0, within(0.006));
        assertThat(normalSquares / n).isCloseTo(1, within(0.01));
    }

    @Test
    void theOrderOfTheTwoPartsOfAKeyMatters() {
        Set<Long> keys = new HashSet<>();
        for (long a = -50; a < 50; a++) {
            for (long b = -50; b < 50; b++) {
                keys.add(KeyedRandom.key(a, b));
            }
        }
        assertThat(keys).hasSize(10_000);
        assertThat(KeyedRandom.key(1, 2, 3))
                .isNotEqualTo(KeyedRandom.key(3, 2, 1))
                .isNotEqualTo(KeyedRandom.key(1, 3, 2));
    }

    @Test
    void streamsDifferBySeedReplicationAndName() {
        Set<Long> streams = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            for (int replication = 0; replication < 20; replication++) {
                for (String name : List.of("web work", "web page", "db query", "")) {
                    streams.add(new Streams(seed, replication).named(name));
                }
            }
        }
        assertThat(streams).hasSize(1600);
        assertThat(Streams.hash("")).as("FNV-1a").isEqualTo(0xCBF29CE484222325L);
        assertThat(Streams.hash("a")).as("FNV-1a").isEqualTo(0xAF63DC4C8601EC8CL);
    }
}
