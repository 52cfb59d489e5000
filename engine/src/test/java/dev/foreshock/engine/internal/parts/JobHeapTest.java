package dev.foreshock.engine.internal.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JobHeapTest {
    private record Entry(Job job, double key, int order) {}

    @Test
    void givesJobsByKeyAndThenInTheOrderOfAddingWhateverIsTakenOut() {
        Random random = new Random(7);
        JobHeap heap = new JobHeap();
        List<Entry> plain = new ArrayList<>();
        Comparator<Entry> order = Comparator.comparingDouble(Entry::key).thenComparingInt(Entry::order);
        for (int i = 0; i < 5000; i++) {
            if (plain.isEmpty() || random.nextInt(5) < 3) {
                Entry entry = new Entry(new Job(i), random.nextInt(40), i);
                plain.add(entry);
                heap.add(entry.job(), entry.key());
            } else {
                Entry out = random.nextBoolean()
                        ? plain.get(random.nextInt(plain.size()))
                        : plain.stream().min(order).orElseThrow();
                plain.remove(out);
                heap.remove(out.job());
                assertThat(heap.contains(out.job())).isFalse();
            }
            Job first = plain.stream().min(order).map(Entry::job).orElse(null);
            assertThat(heap.first()).isSameAs(first);
            assertThat(heap.size()).isEqualTo(plain.size());
        }
    }
}
