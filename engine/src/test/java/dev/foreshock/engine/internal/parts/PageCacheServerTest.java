package dev.foreshock.engine.internal.parts;

import static dev.foreshock.engine.internal.parts.ServerQueueTest.millis;
import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.policy.PageCache;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PageCacheServerTest {
    private static PageCacheSpec onePage(double cacheable, long ttlMillis) {
        return new PageCacheSpec(Percent.of(cacheable), 1, 1, Duration.ofMillis(ttlMillis));
    }

    private static ServerSpec web(PageCacheSpec cache) {
        return ServerSpec.of(9, millis(1))
                .call("db", CallSpec.plain())
                .pageCache(cache)
                .restart(RestartSpec.byHand(Duration.ofMillis(10), Percent.HUNDRED, Duration.ZERO))
                .build();
    }

    @Test
    void aHitSkipsTheCalls() {
        Stub db = Stub.after(50, OK);
        Lab lab = Lab.of("web", web(onePage(100, 10_000)), "db", db);
        Answer miss = lab.call(0, "web");
        Answer missToo = lab.call(10, "web");
        Answer hit = lab.call(60, "web");
        lab.run();
        miss.is(OK, 51);
        missToo.is(OK, 61);
        hit.is(OK, 61);
        assertThat(db.log().arrivals).containsExactly(1.0, 11.0);
    }

    @Test
    void aPageExpires() {
        Stub db = Stub.after(50, OK);
        Lab lab = Lab.of("web", web(onePage(100, 100)), "db", db);
        lab.call(0, "web");
        Answer hit = lab.call(149, "web");
        Answer miss = lab.call(150, "web");
        lab.run();
        hit.is(OK, 150);
        miss.is(OK, 201);
    }

    @Test
    void aRestartEmptiesIt() {
        Stub db = Stub.after(50, OK);
        Lab lab = Lab.of("web", web(onePage(100, 100_000)), "db", db);
        lab.call(0, "web");
        lab.act(100, new Action.Restart("web"));
        Answer miss = lab.call(200, "web");
        lab.run();
        miss.is(OK, 251);
    }

    @Test
    void aFailedPageIsNotStored() {
        Stub db = Stub.after(50, ERROR, OK);
        Lab lab = Lab.of("web", web(onePage(100, 100_000)), "db", db);
        Answer fails = lab.call(0, "web");
        Answer miss = lab.call(100, "web");
        Answer hit = lab.call(200, "web");
        lab.run();
        fails.is(ERROR, 51);
        miss.is(OK, 151);
        hit.is(OK, 201);
    }

    @Test
    void whatIsNotCacheableAlwaysCalls() {
        Stub db = Stub.after(1, OK);
        Lab lab = Lab.of("web", web(onePage(40, 100_000_000)), "db", db);
        for (int i = 0; i < 5000; i++) {
            lab.call(i * 10, "web");
        }
        lab.run();
        assertThat(db.log().arrivals.size() / 5000.0).isBetween(0.57, 0.63);
    }

    @Test
    void pagesFollowZipf() {
        PageCache cache = new PageCache(0.5, 4, 1, 300_000_000_000L);
        int[] counts = new int[5];
        for (int i = 0; i < 100_000; i++) {
            counts[cache.page((i + 0.5) / 100_000) + 1]++;
        }
        double sum = 1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0;
        assertThat(counts[0]).isEqualTo(50_000);
        for (int page = 1; page <= 4; page++) {
            assertThat(counts[page] / 50_000.0).isBetween(1 / sum / page - 1e-4, 1 / sum / page + 1e-4);
        }
        assertThat(cache.page(0)).isZero();
        assertThat(cache.page(Math.nextDown(0.5))).isEqualTo(3);
        assertThat(cache.page(0.5)).isEqualTo(PageCache.NOT_CACHEABLE);
    }
}
