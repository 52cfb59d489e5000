package dev.foreshock.reports.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.reports.internal.layout.Layout.Box;
import dev.foreshock.reports.internal.layout.Layout.Line;
import dev.foreshock.reports.internal.layout.Layout.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boxes in layers. */
class LayoutTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noTwoBoxesOverlapAndLinesLeadRightWhateverCallsWhatever(long seed) {
        Random random = new Random(seed);
        int nodes = 1 + random.nextInt(60);
        List<Size> sizes = new ArrayList<>();
        List<int[]> pairs = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            sizes.add(new Size(40 + random.nextInt(100), 20 + random.nextInt(50)));
            for (int call = random.nextInt(4); call > 0; call--) {
                pairs.add(new int[] {node, random.nextInt(nodes)}); // cycles, and nodes that call themselves
            }
        }
        Layout layout = Layout.of(sizes, pairs);
        assertThat(layout.boxes()).hasSize(nodes);
        for (int i = 0; i < nodes; i++) {
            Box box = layout.boxes().get(i);
            assertThat(box.width()).isGreaterThanOrEqualTo(sizes.get(i).width());
            assertThat(box.x()).isNotNegative();
            assertThat(box.y()).isNotNegative();
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(layout.width() + 1e-6);
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(layout.height() + 1e-6);
            for (int j = 0; j < i; j++) {
                assertThat(overlap(box, layout.boxes().get(j)))
                        .as("%d and %d", i, j)
                        .isFalse();
            }
        }
        assertThat(layout.lines())
                .hasSize((int) pairs.stream().filter(pair -> pair[0] != pair[1]).count())
                .allSatisfy(line -> assertThat(leadsRight(layout, line)).isNotEqualTo(line.isTurned()));
    }

    @Test
    void aNodeIsOneLayerBehindTheLongestWayToIt() {
        Layers layers = Layers.of(5, List.of(pair(0, 1), pair(1, 2), pair(0, 2), pair(2, 3), pair(0, 4)));
        assertThat(layers.of()).containsExactly(0, 1, 2, 3, 1);
    }

    @Test
    void aCycleIsOpenedWhereItComesBackToWhatWasReachedFirst() {
        Layers layers = Layers.of(4, List.of(pair(0, 1), pair(1, 2), pair(2, 3), pair(3, 1)));
        assertThat(layers.of()).containsExactly(0, 1, 2, 3);
        assertThat(layers.arrows()).filteredOn(Layers.Arrow::isTurned).containsExactly(new Layers.Arrow(1, 3, true));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void treesAreDrawnWithoutACrossingInWhateverOrderTheyAreDeclared(long seed) {
        List<Integer> names = new ArrayList<>();
        for (int node = 0; node < 40; node++) {
            names.add(node);
        }
        Collections.shuffle(names.subList(1, 40), new Random(seed));
        List<int[]> pairs = new ArrayList<>();
        for (int node = 1; node < 40; node++) {
            pairs.add(pair(names.get((node - 1) / 3), names.get(node)));
        }
        assertThat(new Order(Layers.of(40, pairs)).crossings()).isZero();
    }

    @Test
    void aLineOverSeveralLayersPassesBetweenTheirBoxes() {
        List<int[]> pairs = List.of(pair(0, 1), pair(1, 2), pair(0, 3), pair(3, 2), pair(0, 2));
        Layout layout = Layout.of(Collections.nCopies(4, new Size(60, 30)), pairs);
        Line line = layout.lines().get(4);
        assertThat(line.turns()).singleElement().satisfies(turn -> {
            assertThat(turn.x()).isEqualTo(layout.boxes().get(1).x());
            for (int middle : new int[] {1, 3}) {
                Box box = layout.boxes().get(middle);
                assertThat(turn.middle() < box.y() || turn.middle() > box.y() + box.height())
                        .isTrue();
            }
        });
    }

    @Test
    void nothingTakesNoRoom() {
        assertThat(Layout.of(List.of(), List.of())).isEqualTo(new Layout(List.of(), List.of(), 0, 0, 0));
    }

    private static boolean leadsRight(Layout layout, Line line) {
        return layout.boxes().get(line.from()).x()
                < layout.boxes().get(line.to()).x();
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }

    private static int[] pair(int from, int to) {
        return new int[] {from, to};
    }
}
