package dev.foreshock.reports.internal.html;

import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.text.Times;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The axis that all charts of a page share: the scenario's clock, from left to right. */
record TimeAxis(Clock clock) {
    static final double WIDTH = 960;
    static final double LEFT = 112;
    static final double RIGHT = WIDTH - 24;

    private static final double LETTER = 7;
    private static final int MOST_TICKS = 11;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long[] STEPS_SECONDS = {
        1,
        5,
        15,
        30,
        60,
        300,
        600,
        900,
        1800,
        3600,
        7200,
        10_800,
        21_600,
        43_200,
        86_400,
        604_800,
        2_592_000,
        31_536_000
    };

    double x(long nanos) {
        return x((double) nanos);
    }

    double x(double nanos) {
        double share = Math.max(0, Math.min(1, nanos / clock.lengthNanos()));
        return LEFT + share * (RIGHT - LEFT);
    }

    /** Draws grid lines between two heights, and the clock times below the lower. */
    void draw(Svg svg, double top, double bottom) {
        svg.begin(
                "time",
                "left",
                LEFT,
                "right",
                RIGHT,
                "top",
                top,
                "bottom",
                bottom,
                "start",
                clock.start().toLocalDateTime().toEpochSecond(ZoneOffset.UTC),
                "length",
                clock.lengthNanos() / 1e9);
        for (long tick : ticks()) {
            svg.line(x(tick), top, x(tick), bottom, Ink.GRID);
            String label = label(tick);
            double last = WIDTH - label.length() * LETTER / 2;
            svg.text(Math.min(x(tick), last), bottom + 16, "middle", Ink.FAINT, label);
        }
        svg.end();
    }

    /** Returns round times of the clock, in nanoseconds since the start. */
    List<Long> ticks() {
        long step = STEPS_SECONDS[STEPS_SECONDS.length - 1] * SECOND_NANOS;
        for (int i = STEPS_SECONDS.length - 1;
                i >= 0 && clock.lengthNanos() / (STEPS_SECONDS[i] * SECOND_NANOS) < MOST_TICKS;
                i--) {
            step = STEPS_SECONDS[i] * SECOND_NANOS;
        }
        long ofDay = clock.start().toLocalTime().toNanoOfDay();
        List<Long> ticks = new ArrayList<>();
        for (long tick = (step - ofDay % step) % step; tick <= clock.lengthNanos(); tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    private String label(long tick) {
        return clock.length().compareTo(Duration.ofMinutes(10)) < 0
                ? Times.ofDay(clock, tick)
                : Times.toTheMinute(clock, tick);
    }
}
