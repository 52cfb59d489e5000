package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.model.SystemSpec;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much the work in a station swings: with {@code a} erlangs of offered load and room for all, the number in service is Poisson,
 * so its standard deviation is {@code 1 / sqrt(a)} of its mean; a station of {@code c} servers is full where {@code a = c}. A scale
 * {@code f} makes that {@code 1 / sqrt(f c)}: the margin over the load that was enough no longer is (square-root staffing; Halfin and
 * Whitt 1981, Heavy-traffic limits for queues with many exponential servers; Whitt 1992, Understanding the efficiency of
 * multi-server service systems).
 *
 * @param station the setting, such as {@code web.workers}
 * @param servers how many serve at a time at full size
 */
record Swing(String station, int servers) {
    /** How much more of itself the work may swing than at full size. */
    static final double MOST = 0.05;

    /** Returns the smallest station of {@code system}, which swings most; null if nothing serves. */
    static @Nullable Swing most(SystemSpec system) {
        Map<String, Integer> stations = new TreeMap<>();
        system.components().forEach((name, spec) -> walk(spec, name, stations));
        return stations.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(station -> new Swing(station.getKey(), station.getValue()))
                .orElse(null);
    }

    private static void walk(@Nullable Object value, String path, Map<String, Integer> stations) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> walk(item, path + "." + key, stations));
        } else if (value instanceof Record description
                && Modifier.isPublic(value.getClass().getModifiers())) {
            for (RecordComponent setting : Settings.of(description.getClass())) {
                String here = path + "." + Settings.key(setting);
                Object below = Settings.value(description, setting);
                Scales scales = setting.getAnnotation(Scales.class);
                if (scales != null && scales.serves() && below instanceof Integer servers) {
                    stations.put(here, servers);
                } else {
                    walk(below, here, stations);
                }
            }
        }
    }

    /** Returns the standard deviation of the work as a share of itself, full, at {@code scale}. */
    double at(double scale) {
        return 1 / StrictMath.sqrt(scale * servers);
    }

    /** Tells whether a smaller size adds more noise than is allowed. A larger one adds none. */
    boolean isTooMuch(double scale) {
        return at(scale) - at(1) > MOST;
    }
}
