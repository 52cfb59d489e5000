package dev.foreshock.scenarios.internal.schema;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.scenarios.internal.read.Words;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.scalar.Scalars;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.stream.Collectors;

/** Names types for the reference page, with links to where they are described. */
final class TypeText {

    private final Catalog catalog;

    TypeText(Catalog catalog) {
        this.catalog = catalog;
    }

    String of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            boolean isMap = Map.class.isAssignableFrom((Class<?>) generic.getRawType());
            return isMap ? "names, each with: " + of(of[1]) : of(of[0]) + ", or a list of them";
        }
        Class<?> wanted = (Class<?>) type;
        Scalar<?> scalar = Scalars.find(wanted);
        if (scalar != null) {
            return scalar.name();
        } else if (wanted.isEnum()) {
            return Words.of(wanted).stream().map(word -> "`" + word + "`").collect(Collectors.joining(" or "));
        }
        return catalog.isFamily(wanted) || wanted.isRecord() ? link(title(wanted)) : wanted.getSimpleName();
    }

    private static String link(String title) {
        return "[" + Settings.hyphenated(title.substring(0, 1)).replace("-", "") + title.substring(1) + "](#"
                + anchor(title) + ")";
    }

    private static String anchor(String title) {
        return title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    /** Returns the heading of a record or family. */
    static String title(Class<?> type) {
        String words = Names.words(type);
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
