package dev.foreshock.scenarios.internal.schema;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.scenarios.internal.read.Setting;
import dev.foreshock.scenarios.internal.read.Shape;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.scalar.Scalars;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds every record that files describe, by following the settings. */
final class Reach {

    private final Catalog catalog;
    private final Set<Class<?>> records = new LinkedHashSet<>();

    Reach(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the records below {@code roots}, less the roots and kinds, in the order found. */
    Collection<Class<?>> records(List<Class<?>> roots) {
        roots.forEach(this::follow);
        catalog.kinds().stream().map(Kind::type).forEach(this::follow);
        roots.forEach(records::remove);
        catalog.kinds().stream().map(Kind::type).forEach(records::remove);
        records.remove(dev.foreshock.engine.model.SystemSpec.class);
        return records;
    }

    private void follow(Type type) {
        if (type instanceof ParameterizedType generic) {
            for (Type of : generic.getActualTypeArguments()) {
                follow(of);
            }
        } else if (type instanceof Class<?> wanted) {
            Scalar<?> scalar = Scalars.find(wanted);
            if (scalar != null && scalar.longForm() != null) {
                follow(scalar.longForm());
            } else if (scalar == null && wanted.isRecord() && records.add(wanted)) {
                Shape.of(wanted).settings().stream().map(Setting::type).forEach(this::follow);
            }
        }
    }
}
