package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.cli.internal.rehearse.Moments.Blow;
import dev.foreshock.cli.internal.rehearse.Moments.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void aRangeHasTheMomentsThatAllHave() {
        List<Moment> all = Moments.parse("30").drawn();
        assertThat(all).hasSize(30);
        assertThat(Moments.parse("30:7-12").drawn()).isEqualTo(all.subList(6, 12));
        assertThat(Moments.parse("30:29-40").drawn()).isEqualTo(all.subList(28, 30));
    }

    @Test
    void oneLiesInEachStretchAndFourInARowEndInFourWays() {
        List<Moment> all = Moments.parse("20").drawn();
        for (Moment moment : all) {
            assertThat(moment.share() * 20).isBetween(moment.number() - 1.0, (double) moment.number());
        }
        for (int from = 0; from < 20; from += 4) {
            assertThat(all.subList(from, from + 4)).extracting(Moment::blow).containsExactlyInAnyOrder(Blow.values());
        }
    }

    @Test
    void whatIsNoNumberOfMomentsIsRefused() {
        assertThatThrownBy(() -> Moments.parse("many"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("but was many");
    }
}
