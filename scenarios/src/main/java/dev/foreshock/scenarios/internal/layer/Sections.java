package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.internal.read.Setting;
import dev.foreshock.scenarios.internal.read.Shape;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sections of documents: what each holds, and which may be changed from outside. */
public final class Sections {

    private static final Map<String, Type> TYPES = new TreeMap<>();

    private static final List<String> FIXED =
            List.of("foreshock", "scenario", "system", "overlay", "from", "needs", "variants");

    static {
        for (Class<?> head : List.of(Scenario.class, ScenarioHead.class, SystemHead.class)) {
            for (Setting setting : Shape.of(head).settings()) {
                TYPES.put(setting.key(), setting.type());
            }
        }
    }

    /** The sections that variants, {@code --set} and overlays may change. */
    static final List<String> CHANGEABLE =
            TYPES.keySet().stream().filter(name -> !FIXED.contains(name)).toList();

    private Sections() {}

    /** Tells whether variants, {@code --set} and overlays may change a section. */
    public static boolean isChangeable(String section) {
        return CHANGEABLE.contains(section);
    }

    /** Returns the type of a section, or null if its content is free. */
    public static @Nullable Type type(String section) {
        return section.equals("system") ? ScenarioHead.SystemLink.class : TYPES.get(section);
    }

    /** Returns the keys of the settings of several records, each once, in their order. */
    public static List<String> keys(Class<?>... records) {
        List<String> keys = new ArrayList<>();
        for (Class<?> record : records) {
            Shape.of(record).keys().stream().filter(key -> !keys.contains(key)).forEach(keys::add);
        }
        return keys;
    }
}
