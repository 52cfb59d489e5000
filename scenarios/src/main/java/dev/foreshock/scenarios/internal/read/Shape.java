package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.describe.Shorthand;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A description record, as files see it.
 *
 * @param type the record
 * @param settings the settings that files can give, in order
 * @param all every setting, in the order of the record
 */
public record Shape(Class<?> type, List<Setting> settings, List<Setting> all) {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            List<Setting> all = Arrays.stream(components(type)).map(Setting::of).toList();
            return new Shape(type, all.stream().filter(Setting::inFiles).toList(), all);
        }
    };

    public static Shape of(Class<?> record) {
        return SHAPES.get(record);
    }

    public List<String> keys() {
        return settings.stream().map(Setting::key).toList();
    }

    public @Nullable Setting setting(String key) {
        return settings.stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** Returns the setting that a single value is taken for, or null if there is none. */
    public @Nullable Setting shorthand() {
        Shorthand shorthand = type.getAnnotation(Shorthand.class);
        return shorthand == null ? null : setting(Settings.hyphenated(shorthand.value()));
    }

    /** Tells whether the record is a range: all a file must say is from where to where. */
    public boolean isRange() {
        return settings.stream()
                .filter(Setting::isRequired)
                .map(Setting::key)
                .toList()
                .equals(List.of("from", "to"));
    }

    /** Returns the sentence about the record; empty if there is none. */
    public String doc() {
        Doc doc = type.getAnnotation(Doc.class);
        return doc == null ? "" : doc.value();
    }

    /**
     * Returns a new record.
     *
     * @param values a value for each of {@link #all}
     * @throws IllegalArgumentException if the record refuses the values
     */
    Object create(@Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(components(type)).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("a description must take any values of its types: " + type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "a description must be a public record in an exported package: " + type.getName(), e);
        }
    }

    private static RecordComponent[] components(Class<?> type) {
        return Objects.requireNonNull(
                type.getRecordComponents(), () -> "a description must be a record: " + type.getName());
    }
}
