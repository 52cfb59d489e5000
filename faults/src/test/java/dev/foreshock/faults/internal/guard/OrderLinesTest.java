package dev.foreshock.faults.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderLinesTest {
    private static final long LEASE = 5 * Bench.SECOND;

    private final List<String> said = new ArrayList<>();
    private long now = 1000;
    private final OrderLines orders = new OrderLines(LEASE, () -> now, said::add);

    private void renew() {
        orders.read(new BufferedReader(new StringReader("renew\n")));
    }

    @Test
    void aRenewalInTimeBeginsTheLeaseAnew() {
        now += LEASE - 1;
        renew();
        assertThat(orders.leaseEndNanos()).isEqualTo(now + LEASE);
        assertThat(said).containsExactly("alive");
    }

    @Test
    void aRenewalOfALeaseThatIsOverRenewsNothing() {
        long end = orders.leaseEndNanos();
        now += LEASE;
        renew();
        assertThat(orders.leaseEndNanos()).isEqualTo(end);
        assertThat(said).as("nobody is told that it lives").isEmpty();
    }
}
