package dev.foreshock.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.curve.Recording;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.engine.unit.Bytes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is counted in a description has an end: what a run could not bear is refused where it is written. */
class RangesTest {
    private static final Set<Type> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);

    private final Deque<Class<?>> next = new ArrayDeque<>();
    private final Set<Class<?>> seen = new HashSet<>();

    @Test
    void everyWholeNumberHasLimits() {
        List<String> checked = new ArrayList<>();
        List<String> endless = new ArrayList<>();
        Catalog.standard().kinds().forEach(kind -> next.add(kind.type()));
        next.add(Scenario.class);
        next.add(TargetSpec.class);
        while (!next.isEmpty()) {
            Class<?> type = next.remove();
            if (seen.add(type) && type != Recording.class) {
                for (RecordComponent setting : type.getRecordComponents()) {
                    follow(setting.getGenericType());
                    if (WHOLE.contains(setting.getGenericType())) {
                        String name = type.getSimpleName() + "." + Settings.key(setting);
                        checked.add(name);
                        Range range = setting.getAnnotation(Range.class);
                        if (range == null || Double.isInfinite(range.max())) {
                            endless.add(name);
                        }
                    }
                }
            }
        }
        assertThat(endless).isEmpty();
        assertThat(checked)
                .as("what is looked at at all")
                .contains("ServerSpec.workers", "ServerSpec.queue", "DatabaseSpec.pool", "LinkSpec.connections");
    }

    private void follow(Type type) {
        if (type instanceof ParameterizedType generic) {
            for (Type of : generic.getActualTypeArguments()) {
                follow(of);
            }
        } else if (type instanceof Class<?> known
                && known.isRecord()
                && known.getName().startsWith("dev.foreshock.")
                && known.getPackage() != Bytes.class.getPackage()) { // units are written with theirs, and read as such
            next.add(known);
        }
    }
}
