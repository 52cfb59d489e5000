package dev.foreshock.simulated.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.live.Scrape;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScrapesTest {
    @Test
    void aServiceThatDoesNotAnswerHoldsUpNoOther() throws Exception {
        CountDownLatch seen = new CountDownLatch(5);
        AtomicInteger ofDead = new AtomicInteger();
        try (Scrapes scrapes = new Scrapes()) {
            scrapes.repeat(CompletableFuture::new, scrape -> ofDead.incrementAndGet(), 1);
            scrapes.repeat(
                    () -> CompletableFuture.completedFuture(Optional.of(new Scrape(Map.of(), Map.of()))),
                    scrape -> seen.countDown(),
                    1);
            assertThat(seen.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ofDead).hasValue(0);
    }

    @Test
    void whatCouldNotBeReadIsObservedAsMissing() throws Exception {
        CompletableFuture<Boolean> missing = new CompletableFuture<>();
        try (Scrapes scrapes = new Scrapes()) {
            scrapes.repeat(
                    () -> CompletableFuture.completedFuture(Optional.empty()),
                    scrape -> missing.complete(scrape == null),
                    1);
            assertThat(missing.get(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
