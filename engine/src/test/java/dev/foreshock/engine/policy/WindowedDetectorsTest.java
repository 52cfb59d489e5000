package dev.foreshock.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.unit.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Detectors over windows against a slow computation from the whole history, on random scrapes of which some are lost. */
class WindowedDetectorsTest {
    private static final int SAMPLES = 3000;

    /** One scrape. */
    private record Scrape(long at, long good, long over) {
        boolean isLost() {
            return good == Detector.LOST;
        }
    }

    private static List<Scrape> history(Random random, double lost) {
        List<Scrape> all = new ArrayList<>();
        long good = 0;
        long over = 0;
        long now = 0;
        for (int i = 0; i < SAMPLES; i++) {
            now += 10 + (random.nextInt(4) == 0 ? random.nextInt(5) : 0);
            long came = i / 100 % 7 == 3 ? 0 : random.nextInt(20);
            double chance = i / 50 % 2 == 0 ? 0.05 : 0.4;
            for (long each = 0; each < came; each++) {
                good += random.nextDouble() < chance ? 0 : 1;
            }
            over += came;
            boolean isLost = random.nextDouble() < lost;
            all.add(new Scrape(now, isLost ? Detector.LOST : good, isLost ? Detector.LOST : over));
        }
        return all;
    }

    /** Returns the share that failed between the oldest and the newest scrape in the window before the last of {@code seen}. */
    private static double failed(List<Scrape> seen, long window) {
        long now = seen.get(seen.size() - 1).at();
        List<Scrape> inside = new ArrayList<>();
        if (now - window <= 0) {
            inside.add(new Scrape(0, 0, 0));
        }
        seen.stream()
                .filter(each -> !each.isLost() && each.at() >= now - window)
                .forEach(inside::add);
        if (inside.isEmpty()) {
            return Double.NaN;
        }
        Scrape first = inside.get(0);
        Scrape last = inside.get(inside.size() - 1);
        double all = last.over() - first.over();
        return (all - (last.good() - first.good())) / all;
    }

    @Test
    void theRatioDetectorAgreesWithTheWholeHistory() {
        for (int trial = 0; trial < 12; trial++) {
            Random random = new Random(trial);
            long window = 20L + random.nextInt(300);
            long held = random.nextInt(3) * 15L;
            List<Scrape> all = history(random, trial % 3 * 0.2);
            RatioDetector detector = new RatioDetector(window, 0.2, held);
            long since = -1;
            int fired = 0;
            for (int i = 0; i < all.size(); i++) {
                Scrape each = all.get(i);
                since = failed(all.subList(0, i + 1), window) > 0.2 ? (since < 0 ? each.at() : since) : -1;
                boolean fires = since >= 0 && each.at() - since >= held;
                assertThat(detector.sample(each.at(), Double.NaN, each.good(), each.over()))
                        .as("trial %d, scrape %d", trial, i)
                        .isEqualTo(fires);
                fired += fires ? 1 : 0;
            }
            assertThat(fired).as("both happen in trial %d", trial).isBetween(50, SAMPLES - 50);
        }
    }

    @Test
    void theBurnRateDetectorAgreesWithTheWholeHistory() {
        for (int trial = 0; trial < 12; trial++) {
            Random random = new Random(100 + trial);
            long shorter = 20L + random.nextInt(50);
            long longer = shorter * (2 + random.nextInt(8));
            List<Scrape> all = history(random, trial % 3 * 0.2);
            BurnRateDetector detector = new BurnRateDetector(longer, shorter, 0.2);
            int fired = 0;
            for (int i = 0; i < all.size(); i++) {
                Scrape each = all.get(i);
                List<Scrape> seen = all.subList(0, i + 1);
                boolean fires = failed(seen, longer) > 0.2 && failed(seen, shorter) > 0.2;
                assertThat(detector.sample(each.at(), Double.NaN, each.good(), each.over()))
                        .as("trial %d, scrape %d", trial, i)
                        .isEqualTo(fires);
                fired += fires ? 1 : 0;
            }
            assertThat(fired).as("both happen in trial %d", trial).isBetween(50, SAMPLES - 50);
        }
    }

    @Test
    void theWindowsDetectorAgreesWithTheWholeHistory() {
        for (int trial = 0; trial < 12; trial++) {
            Random random = new Random(200 + trial);
            long window = 30L + random.nextInt(100);
            int of = 1 + random.nextInt(5);
            int need = 1 + random.nextInt(of);
            List<Scrape> all = history(random, trial % 3 * 0.2);
            WindowsDetector detector = new WindowsDetector(window, 4, 0.15, 10, need, of);
            int fired = 0;
            for (int i = 0; i < all.size(); i++) {
                Scrape each = all.get(i);
                boolean fires = breaches(all.subList(0, i + 1), window, of) >= need;
                assertThat(detector.sample(each.at(), Double.NaN, each.good(), each.over()))
                        .as("trial %d, scrape %d", trial, i)
                        .isEqualTo(fires);
                fired += fires ? 1 : 0;
            }
            assertThat(fired).as("both happen in trial %d", trial).isBetween(50, SAMPLES - 50);
        }
    }

    /** Counts the breaches among the last windows: those whose number differs from that of the window before the scrape. */
    private static int breaches(List<Scrape> seen, long window, int of) {
        List<Boolean> windows = new ArrayList<>();
        Scrape before = new Scrape(0, 0, 0);
        for (Scrape each : seen) {
            if (!each.isLost() && each.at() / window > before.at() / window) {
                long over = each.over() - before.over();
                long failed = over - (each.good() - before.good());
                windows.add(over >= 10 && failed >= 4 && failed >= 0.15 * over - 1e-9);
                before = each;
            }
        }
        return (int) windows.subList(Math.max(0, windows.size() - of), windows.size()).stream()
                .filter(breach -> breach)
                .count();
    }

    @Test
    void theEwmaDetectorAgreesWithTheWeightedSum() {
        Random random = new Random(7);
        double alpha = 0.2;
        EwmaDetector detector = new EwmaDetector(alpha, Comparison.ABOVE, 0.5, 20);
        List<Double> seen = new ArrayList<>();
        long since = -1;
        int fired = 0;
        for (int i = 1; i <= SAMPLES; i++) {
            double value = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble();
            if (!Double.isNaN(value)) {
                seen.add(value);
            }
            double mean = seen.isEmpty() ? Double.NaN : seen.get(0) * Math.pow(1 - alpha, seen.size() - 1);
            for (int k = 1; k < seen.size(); k++) {
                mean += alpha * seen.get(k) * Math.pow(1 - alpha, seen.size() - 1 - k);
            }
            since = mean > 0.5 ? (since < 0 ? i * 10L : since) : -1;
            boolean fires = since >= 0 && i * 10L - since >= 20;
            assertThat(detector.sample(i * 10L, value, 0, 0)).as("sample %d", i).isEqualTo(fires);
            fired += fires ? 1 : 0;
        }
        assertThat(fired).isBetween(100, SAMPLES - 100);
    }

    @Test
    void aWindowThatReachesBehindTheStartIsWhatThereIs() {
        RatioDetector detector = new RatioDetector(1000, 0.5, 0);
        assertThat(detector.sample(10, Double.NaN, 4, 10)).as("6 of 10 failed").isTrue();
        assertThat(detector.sample(20, Double.NaN, 14, 20)).as("6 of 20").isFalse();
    }

    @Test
    void aLostScrapeLosesNoRequestsOfASlidingWindow() {
        RatioDetector detector = new RatioDetector(30, 0.25, 0);
        detector.sample(10, Double.NaN, 10, 10);
        assertThat(detector.sample(20, Double.NaN, Detector.LOST, Detector.LOST))
                .isFalse();
        assertThat(detector.sample(30, Double.NaN, 20, 30))
                .as("10 of 30 failed, 10 of them unseen at 20")
                .isTrue();
        assertThat(detector.sample(40, Double.NaN, Detector.LOST, Detector.LOST))
                .as("still 10 of 20 by what there is")
                .isTrue();
        assertThat(detector.sample(61, Double.NaN, Detector.LOST, Detector.LOST))
                .as("no two scrapes are left")
                .isFalse();
    }

    @Test
    void aWindowWhoseLastScrapeIsLostReachesToTheNext() {
        WindowsDetector detector = new WindowsDetector(20, 5, 0, 1, 1, 1);
        assertThat(detector.sample(10, Double.NaN, 7, 10)).as("not over yet").isFalse();
        assertThat(detector.sample(20, Double.NaN, Detector.LOST, Detector.LOST))
                .isFalse();
        assertThat(detector.sample(30, Double.NaN, 24, 30))
                .as("6 failed by now")
                .isTrue();
        assertThat(detector.sample(40, Double.NaN, 34, 40))
                .as("the next begins at 30")
                .isFalse();
    }

    @Test
    void tooFewRequestsBreachNothing() {
        WindowsDetector detector = new WindowsDetector(10, 1, 0.5, 4, 1, 1);
        assertThat(detector.sample(10, Double.NaN, 0, 3)).isFalse();
        assertThat(detector.sample(20, Double.NaN, 2, 7)).as("2 of 4").isTrue();
        assertThat(detector.sample(30, Double.NaN, 2, 7)).as("none came").isFalse();
    }
}
