package dev.foreshock.faults.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.conformance.ServerUnderTest.Kind;
import dev.foreshock.faults.guard.KillPoint.Victim;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Injector, guard or both are killed at moments that are spread over all control calls of a run, and so over all records of its journal,
 * which lie between them. How many is told by {@code FORESHOCK_KILL_POINTS}; some are in every build.
 */
class KillPointsTest {
    private static final int USUAL = 12;
    private static final int MANY = 1_000;
    private static final int AT_ONCE = 4;
    private static final long SEED = 20_261_129;

    @TempDir
    private Path directory;

    @Test
    void whoeverIsKilledWheneverNothingStaysBroken() throws Exception {
        String wanted = System.getenv().getOrDefault("FORESHOCK_KILL_POINTS", String.valueOf(USUAL));
        run(Integer.parseInt(wanted));
    }

    @Test
    @Tag("nightly")
    void whoeverIsKilledAtAThousandMomentsNothingStaysBroken() throws Exception {
        run(MANY);
    }

    /** Each stratum, which is a call, a side of it, a victim and a server, comes before any comes again; the order is drawn. */
    private List<KillPoint> points(int count) throws Exception {
        List<KillPoint> strata = new ArrayList<>();
        for (Kind kind : Kind.local()) {
            int calls = KillPoint.undisturbed(kind, directory.resolve("undisturbed " + kind));
            assertThat(calls).isGreaterThan(6);
            for (int call = 0; call < calls; call++) {
                for (Victim victim : Victim.values()) {
                    strata.add(new KillPoint(call, true, victim, kind));
                    strata.add(new KillPoint(call, false, victim, kind));
                }
            }
        }
        Random random = new Random(SEED);
        List<KillPoint> points = new ArrayList<>();
        while (points.size() < count) {
            Collections.shuffle(strata, random);
            points.addAll(strata.subList(0, Math.min(strata.size(), count - points.size())));
        }
        return points;
    }

    private void run(int count) throws Exception {
        List<Future<Long>> residuals = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (KillPoint point : points(count)) {
                Path state = directory.resolve("point " + residuals.size());
                residuals.add(threads.submit(() -> point.run(state)));
            }
            List<Long> millis = new ArrayList<>();
            for (Future<Long> residual : residuals) {
                millis.add(TimeUnit.NANOSECONDS.toMillis(residual.get()));
            }
            Collections.sort(millis);
            Files.writeString(
                    Path.of("target", "kill-points.txt"),
                    count + " kill points, lease " + KillPoint.LEASE_MILLIS
                            + " ms; broken after the kill, as seen from outside: median " + millis.get(count / 2)
                            + " ms, most " + millis.get(count - 1) + " ms");
        } finally {
            threads.shutdownNow();
        }
    }
}
