package dev.foreshock.engine.reference;

import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.BurnRateAlert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.EwmaAlert;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.engine.people.RatioAlert;
import dev.foreshock.engine.people.WindowsAlert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Decides at every look whether a monitor fires. */
final class Rule {
    /** What one scrape has seen; the start counts as one of nothing. */
    private record Scrape(long at, long good, long over) {}

    private final MonitorSpec spec;
    private final List<Scrape> scrapes = new ArrayList<>(List.of(new Scrape(0, 0, 0)));
    private final List<Boolean> breaches = new ArrayList<>();
    private double average = Double.NaN;
    private long metSince = -1;
    private long windowEnd;
    private Scrape windowStart = new Scrape(0, 0, 0);

    Rule(MonitorSpec spec) {
        this.spec = spec;
        windowEnd = spec instanceof WindowsAlert windows ? windows.window().toNanos() : 0;
    }

    /** A scrape was lost. */
    boolean lost(long now) {
        return decide(now, Double.NaN, false);
    }

    /** A scrape has read the signal and the requests that ended well, and that ended, since the start. */
    boolean scraped(long now, double value, long good, long over) {
        scrapes.add(new Scrape(now, good, over));
        return decide(now, value, true);
    }

    private boolean decide(long now, double value, boolean came) {
        if (spec instanceof Alert alert) {
            return meets(alert.condition(), value, now);
        } else if (spec instanceof EwmaAlert ewma) {
            if (!Double.isNaN(value)) {
                average = Double.isNaN(average) ? value : average + ewma.alpha() * (value - average);
            }
            return meets(ewma.condition(), average, now);
        } else if (spec instanceof RatioAlert ratio) {
            boolean tooMuch = failed(ratio.window(), now) > ratio.above().share();
            return held(tooMuch, ratio.forAtLeast(), now);
        } else if (spec instanceof BurnRateAlert burn) {
            double most = burn.burn() * (1 - burn.slo().share());
            return failed(burn.longer(), now) > most && failed(burn.shorter(), now) > most;
        }
        return windows((WindowsAlert) spec, now, came);
    }

    private boolean meets(Condition condition, double value, long now) {
        return held(condition.comparison().holds(value, condition.limit(), 0), condition.forAtLeast(), now);
    }

    private boolean held(boolean met, Duration forAtLeast, long now) {
        if (!met) {
            metSince = -1;
        } else if (metSince < 0) {
            metSince = now;
        }
        return met && now - metSince >= forAtLeast.toNanos();
    }

    /** Returns the share that failed between the oldest scrape in a window and the newest; NaN without any request. */
    private double failed(Duration window, long now) {
        List<Scrape> within = scrapes.stream()
                .filter(scrape -> scrape.at >= now - window.toNanos())
                .toList();
        if (within.size() < 2) {
            return Double.NaN;
        }
        Scrape oldest = within.get(0);
        Scrape newest = within.get(within.size() - 1);
        long all = newest.over - oldest.over;
        return (double) (all - (newest.good - oldest.good)) / all;
    }

    private boolean windows(WindowsAlert alert, long now, boolean came) {
        if (came && now >= windowEnd) {
            Scrape newest = scrapes.get(scrapes.size() - 1);
            long over = newest.over - windowStart.over;
            long failed = over - (newest.good - windowStart.good);
            breaches.add(over >= alert.requests()
                    && failed >= alert.errors()
                    && (double) failed / over >= alert.share().share());
            windowStart = newest;
            long length = alert.window().toNanos();
            windowEnd = (now / length + 1) * length;
        }
        return breaches.subList(Math.max(0, breaches.size() - alert.of()), breaches.size()).stream()
                        .filter(breach -> breach)
                        .count()
                >= alert.need();
    }
}
