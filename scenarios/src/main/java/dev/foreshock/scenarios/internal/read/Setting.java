package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.NotInFiles;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Settings;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a description record, as files see it.
 *
 * @param key its name in files
 * @param type its type
 * @param nullable whether it may be left out for nothing
 * @param fallback its value when left out, as a file would write it, or null
 * @param doc one sentence about it
 * @param range its limits, or null
 * @param names what it names, or null if it names nothing
 * @param inFiles whether files can give it
 */
public record Setting(
        String key,
        Type type,
        boolean nullable,
        @Nullable String fallback,
        String doc,
        @Nullable Range range,
        @Nullable Named names,
        boolean inFiles) {

    static Setting of(RecordComponent component) {
        Names names = component.getAnnotation(Names.class);
        Default fallback = component.getAnnotation(Default.class);
        return new Setting(
                Settings.key(component),
                component.getGenericType(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                fallback == null ? null : fallback.value(),
                Settings.doc(component),
                component.getAnnotation(Range.class),
                names == null ? null : names.value(),
                !component.isAnnotationPresent(NotInFiles.class));
    }

    /** Tells whether a file must give it. */
    public boolean isRequired() {
        return !nullable && fallback == null && !isCollection();
    }

    private boolean isCollection() {
        return type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && (Map.class.isAssignableFrom(raw) || Collection.class.isAssignableFrom(raw));
    }
}
