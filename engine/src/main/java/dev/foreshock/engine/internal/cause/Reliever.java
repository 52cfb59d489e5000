package dev.foreshock.engine.internal.cause;

import dev.foreshock.engine.cause.Cause;
import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks a tree of descriptions, notes the causes in it, and takes those away that are wanted gone. Used once. */
public final class Reliever {
    private static final String TRAFFIC = "traffic";
    private static final String USUAL = "usual";
    private static final String COMPONENTS = "system.components.";

    private final Set<String> gone;
    private final List<Cause> causes = new ArrayList<>();
    private final Map<String, Integer> extra = new TreeMap<>();

    private Reliever(Set<String> gone) {
        this.gone = gone;
    }

    /**
     * A scenario after the walk.
     *
     * @param scenario what is left of it
     * @param causes all causes that were in it, sorted by name
     */
    public record Relieved(Scenario scenario, List<Cause> causes) {}

    /** Returns {@code scenario} without the causes named {@code gone}; names that are no causes are passed over. */
    public static Relieved relieve(Scenario scenario, Set<String> gone) {
        Reliever reliever = new Reliever(gone);
        Scenario left = (Scenario) reliever.record(scenario, "");
        reliever.noteGroups();
        reliever.causes.sort(Comparator.comparing(Cause::name));
        // A limit that is gone must not come back with a step.
        Scenario open = left.withoutActions(action ->
                action instanceof Action.Assign change && gone.contains(change.target() + "." + change.setting()));
        return new Relieved(open.withoutIdleActions(), List.copyOf(reliever.causes));
    }

    private @Nullable Object any(@Nullable Object value, String path) {
        if (value instanceof Map<?, ?> map) {
            return map(map, path);
        }
        return value instanceof Record description && hasSettings(description) ? record(description, path) : value;
    }

    private static boolean hasSettings(Record description) {
        Class<?> type = description.getClass();
        return Modifier.isPublic(type.getModifiers()) && !type.getName().startsWith("java.");
    }

    private Map<?, ?> map(Map<?, ?> map, String path) {
        Map<Object, Object> left = new LinkedHashMap<>();
        map.forEach((key, item) -> {
            String here = join(path, String.valueOf(key));
            boolean goes = item instanceof Curve
                    ? !key.equals(USUAL) && isGone(here, path)
                    : item instanceof FaultSpec && isGone(here, Influence.FAULT, "It is not injected.");
            if (!goes) {
                left.put(key, Objects.requireNonNull(any(item, here)));
            }
        });
        return left;
    }

    /** Notes a curve of the traffic {@code of} a class of users. It goes by itself, with its class, or with all traffic. */
    private boolean isGone(String curve, String of) {
        extra.merge(of, 1, Integer::sum);
        return isGone(curve, Influence.TRAFFIC, "These users do not come.")
                || gone.contains(of)
                || gone.contains(TRAFFIC);
    }

    /**
     * Notes what several curves are together: each may bring about alone what the others do, so that taking away one changes
     * nothing.
     */
    private void noteGroups() {
        extra.forEach((of, curves) -> {
            if (curves > 1) {
                causes.add(new Cause(of, Influence.TRAFFIC, "None but the usual users of this class come."));
            }
        });
        if (extra.size() > 1) {
            causes.add(new Cause(TRAFFIC, Influence.TRAFFIC, "None but the usual users come."));
        }
    }

    private Record record(Record description, String path) {
        List<RecordComponent> settings = Settings.of(description.getClass());
        @Nullable Object[] values = new Object[settings.size()];
        boolean isChanged = false;
        for (int i = 0; i < values.length; i++) {
            RecordComponent setting = settings.get(i);
            Object value = Settings.value(description, setting);
            values[i] = setting(setting, value, path);
            isChanged |= !Objects.equals(values[i], value);
        }
        return isChanged ? Settings.with(description, values) : description;
    }

    private @Nullable Object setting(RecordComponent setting, @Nullable Object value, String path) {
        String here = join(path, Settings.key(setting));
        Relief relief = setting.getAnnotation(Relief.class);
        if (relief == null) {
            return any(value, here);
        }
        Object relieved = Ends.of(setting, relief);
        if (Objects.equals(relieved, value)) {
            return value;
        }
        return isGone(relief.whole() ? path : here, relief.by(), relief.without()) ? relieved : any(value, here);
    }

    private boolean isGone(String path, Influence kind, String without) {
        String name = path.startsWith(COMPONENTS) ? path.substring(COMPONENTS.length()) : path;
        causes.add(new Cause(name, kind, without));
        return gone.contains(name);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
