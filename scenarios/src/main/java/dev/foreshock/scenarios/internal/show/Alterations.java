package dev.foreshock.scenarios.internal.show;

import dev.foreshock.engine.compare.SettingChange;
import dev.foreshock.scenarios.internal.show.Scribe.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares two trees setting by setting, defaults included: so a change names what it replaces, though no file says it. */
public final class Alterations {
    /** What stands for all settings of a thing that is taken away as a whole. */
    private static final String SOME = "some";

    private static final Set<String> OF_A_NUMBER = Set.of("is", "range", "basis", "source");

    private Alterations() {}

    /**
     * Returns the settings that differ, in the order of what they become; those that are gone come last. What a new thing has
     * by default is not told.
     *
     * @param before the values of all settings by path, as {@link Effective#values} has them
     * @param after the same after the change
     */
    public static List<SettingChange> between(Map<String, Value> before, Map<String, Value> after) {
        return betweenWhole(whole(before), whole(after));
    }

    private static List<SettingChange> betweenWhole(Map<String, Value> before, Map<String, Value> after) {
        List<SettingChange> changes = new ArrayList<>();
        Set<String> gone = new TreeSet<>();
        after.forEach((path, value) -> {
            if (before.keySet().stream().anyMatch(each -> each.startsWith(path + "."))) {
                changes.add(new SettingChange(path, SOME, text(value)));
                gone.add(path + ".");
                return;
            }
            Value was = before.get(path);
            String text = was == null ? "" : text(was);
            if (was == null ? !value.isBuiltIn() : !text.equals(text(value))) {
                changes.add(new SettingChange(path, text, text(value)));
            }
        });
        before.forEach((path, value) -> {
            boolean isPartOfIt = gone.stream().anyMatch(path::startsWith);
            if (!after.containsKey(path) && !value.isBuiltIn() && !isPartOfIt) {
                changes.add(new SettingChange(path, text(value), ""));
            }
        });
        return changes;
    }

    /** What a change takes away is written as null where the setting has no default. */
    private static String text(Value value) {
        return value.text().equals("null") ? "" : value.text();
    }

    /** Makes one setting of a number with a range: {@code pool: 4 (2 .. 5)}, in place of pool.is, pool.range and so on. */
    private static Map<String, Value> whole(Map<String, Value> settings) {
        Map<String, Value> whole = new LinkedHashMap<>();
        settings.forEach((path, value) -> {
            int dot = path.lastIndexOf('.');
            String owner = dot < 0 ? "" : path.substring(0, dot);
            Value is = settings.get(owner + ".is");
            Value range = settings.get(owner + ".range");
            if (is == null || range == null || !OF_A_NUMBER.contains(path.substring(dot + 1))) {
                whole.put(path, value);
            } else {
                whole.put(owner, new Value(is.text() + " (" + range.text() + ")", is.isBuiltIn()));
            }
        });
        return whole;
    }
}
