package dev.foreshock.engine.internal.limit;

import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.curve.Profile;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the most arrivals per second of some traffic curves together. */
public final class Peak {
    private static final int LOOKS = 2000;

    private Peak() {}

    /** Returns the most users per second along {@code curves}, which are named {@code traffic.CLASS.CURVE}. */
    public static double of(Scenario scenario, Set<String> curves) {
        Clock clock = scenario.clock();
        List<Profile> profiles = new ArrayList<>();
        scenario.traffic().forEach((users, parts) -> {
            Curve usual = parts.get("usual");
            double perSecond =
                    usual == null ? 0 : usual.on(clock, Rate.perSecond(0)).perSecondAt(0);
            parts.forEach((name, curve) -> {
                if (curves.contains("traffic." + users + "." + name)) {
                    profiles.add(curve.on(clock, Rate.perSecond(perSecond)));
                }
            });
        });
        return times(profiles, clock.lengthNanos()).stream()
                .mapToDouble(at -> profiles.stream()
                        .mapToDouble(profile -> profile.perSecondAt(at))
                        .sum())
                .max()
                .orElse(0);
    }

    /** Returns times evenly spread, and those on both sides of every bend. */
    private static Set<Long> times(List<Profile> profiles, long length) {
        TreeSet<Long> times = new TreeSet<>();
        for (int look = 0; look < LOOKS; look++) {
            times.add(length / LOOKS * look);
        }
        for (Profile profile : profiles) {
            for (long bend : profile.breaksNanos()) {
                times.add(bend - 1);
                times.add(bend);
            }
        }
        times.removeIf(at -> at < 0 || at >= length);
        return times;
    }
}
