package dev.foreshock.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MembershipTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void healthTurnsAfterSoManyInARow() {
        Health health = new Health(3, 2);
        assertThat(health.checked(false)).isFalse();
        assertThat(health.checked(false)).isFalse();
        assertThat(health.checked(true)).isFalse();
        assertThat(health.checked(false)).isFalse();
        assertThat(health.checked(false)).isFalse();
        assertThat(health.isUp()).isTrue();
        assertThat(health.checked(false)).isTrue();
        assertThat(health.isUp()).isFalse();
        assertThat(health.checked(false)).isFalse();
        assertThat(health.checked(true)).isFalse();
        assertThat(health.checked(false)).isFalse();
        assertThat(health.checked(true)).isFalse();
        assertThat(health.checked(true)).isTrue();
        assertThat(health.isUp()).isTrue();
    }

    @Test
    void eachEjectionInARowIsLonger() {
        Ejection ejection = new Ejection(2, 2, 10 * SECOND, 25 * SECOND, 0.5);
        long now = 0;
        for (long wanted : new long[] {10, 20, 25, 25}) {
            assertThat(ejection.ended(0, false, now)).isFalse();
            assertThat(ejection.ended(0, false, now)).isTrue();
            assertThat(ejection.untilNanos(0) - now).isEqualTo(wanted * SECOND);
            now = ejection.untilNanos(0);
            ejection.back(0, now);
        }
    }

    @Test
    void whoServesForAWhileIsForgiven() {
        Ejection ejection = new Ejection(2, 1, 10 * SECOND, 100 * SECOND, 0.5);
        ejection.ended(0, false, 0);
        ejection.back(0, 10 * SECOND);
        ejection.ended(0, false, 10 * SECOND);
        assertThat(ejection.untilNanos(0)).isEqualTo(30 * SECOND);
        ejection.back(0, 30 * SECOND);
        ejection.ended(0, false, 49 * SECOND);
        assertThat(ejection.untilNanos(0)).as("one step forgiven").isEqualTo((49 + 20) * SECOND);
        ejection.back(0, 69 * SECOND);
        ejection.ended(0, false, 500 * SECOND);
        assertThat(ejection.untilNanos(0)).as("all forgiven").isEqualTo(510 * SECOND);
    }

    @Test
    void onlyAShareIsEjectedButOneMayBeIfThereIsAnother() {
        Ejection tenth = new Ejection(4, 1, SECOND, SECOND, 0.1);
        assertThat(tenth.ended(0, false, 0)).isTrue();
        assertThat(tenth.ended(1, false, 0)).isFalse();
        assertThat(new Ejection(1, 1, SECOND, SECOND, 1).ended(0, false, 0)).isFalse();
        Ejection all = new Ejection(3, 1, SECOND, SECOND, 1);
        assertThat(all.ended(0, false, 0)).isTrue();
        assertThat(all.ended(1, false, 0)).isTrue();
        assertThat(all.ended(2, false, 0)).as("the last one stays").isFalse();
        Ejection alone = new Ejection(2, 1, SECOND, SECOND, 1);
        alone.wanted(1, false);
        assertThat(alone.ended(0, false, 0)).as("nobody wants the other").isFalse();
    }

    @Test
    void whatEndsWhileATargetIsOutCountsForNothing() {
        Ejection ejection = new Ejection(2, 2, SECOND, SECOND, 0.5);
        ejection.ended(0, false, 0);
        assertThat(ejection.ended(0, false, 0)).isTrue();
        assertThat(ejection.ended(0, false, 1)).isFalse();
        ejection.back(0, SECOND);
        assertThat(ejection.ended(0, false, SECOND)).isFalse();
    }

    @Test
    void allAreTriedWhileTooFewAreGood() {
        Membership members = new Membership(4, 0.5);
        members.wanted(3, false);
        members.well(0, false);
        assertThat(takes(members, 4)).isEqualTo("-++-");
        assertThat(members.panics()).as("2 of 3 are good").isFalse();
        members.ejected(1, true);
        assertThat(members.panics()).as("1 of 3 is good").isTrue();
        assertThat(takes(members, 4)).as("all that are wanted").isEqualTo("+++-");
        assertThat(members.isOut(0)).isTrue();
        assertThat(members.isOut(3)).as("nobody wants it").isFalse();
        members.well(0, true);
        assertThat(takes(members, 4)).isEqualTo("+-+-");
    }

    @Test
    void nobodyTakesCallsWhereNobodyIsGoodAndNobodyIsToBeTried() {
        Membership members = new Membership(2, -1);
        members.well(0, false);
        members.well(1, false);
        assertThat(members.taking()).isZero();
        assertThat(members.panics()).isFalse();
        Membership tries = new Membership(2, 0);
        tries.well(0, false);
        assertThat(tries.taking()).isOne();
        tries.well(1, false);
        assertThat(tries.taking()).isEqualTo(2);
    }

    private static String takes(Membership members, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(members.takes(i) ? '+' : '-');
        }
        return text.toString();
    }
}
