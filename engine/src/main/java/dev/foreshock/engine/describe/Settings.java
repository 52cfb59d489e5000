package dev.foreshock.engine.describe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads names and values of the settings of description records. */
public final class Settings {

    /** Reflection reads annotations anew for every array it hands out, so the first one is kept. */
    private static final ClassValue<List<RecordComponent>> KNOWN = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return List.of(type.getRecordComponents());
        }
    };

    private Settings() {}

    /** Returns the settings of a description record, in order. */
    public static List<RecordComponent> of(Class<? extends Record> description) {
        return KNOWN.get(description);
    }

    /** Returns the name of a setting in files: its {@link Key}, or its Java name with hyphens. */
    public static String key(RecordComponent setting) {
        Key key = setting.getAnnotation(Key.class);
        return key != null ? key.value() : hyphenated(setting.getName());
    }

    /** Returns the value of a setting. */
    public static @Nullable Object value(Object description, RecordComponent setting) {
        try {
            return setting.getAccessor().invoke(description);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(
                    "a description must be a public record in an exported package, but was "
                            + description.getClass().getName(),
                    e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * Returns a description of the same type with other values.
     *
     * @param values one for each setting, in the order of {@link #of}
     * @throws IllegalArgumentException if the description refuses them
     */
    public static Record with(Record description, @Nullable Object[] values) {
        Class<?>[] types = of(description.getClass()).stream()
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return description.getClass().getConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a description must be a public record, but was " + description, e);
        }
    }

    /** Returns the sentence about a setting; empty if there is none. */
    public static String doc(RecordComponent setting) {
        Doc doc = setting.getAnnotation(Doc.class);
        return doc == null ? "" : doc.value();
    }

    /** Returns the sentence about a constant; empty if there is none. */
    public static String doc(Enum<?> constant) {
        try {
            Doc doc = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Doc.class);
            return doc == null ? "" : doc.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a constant must have a field: " + constant, e);
        }
    }

    /** Returns {@code camelCase} as {@code camel-case}. */
    public static String hyphenated(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                text.append('-');
            }
            text.append(Character.toLowerCase(c));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
