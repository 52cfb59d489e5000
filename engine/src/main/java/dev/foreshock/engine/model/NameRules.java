package dev.foreshock.engine.model;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.describe.Spelling;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds names of components, responders and classes of requests that nothing declares, wherever a description says that it names one. */
final class NameRules {
    private final Set<String> components;
    private final Set<String> responders;
    private final Set<String> requests;

    NameRules(Scenario scenario) {
        components = scenario.system().components().keySet();
        responders = scenario.responders().keySet();
        requests = scenario.system().requests().keySet();
    }

    void check(@Nullable Object value, Problems problems) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> entry(String.valueOf(key), item, problems.at(String.valueOf(key))));
        } else if (value instanceof Record description
                && Modifier.isPublic(description.getClass().getModifiers())) {
            for (RecordComponent setting : Settings.of(description.getClass())) {
                Object inner = Settings.value(description, setting);
                Problems here = problems.at(Settings.key(setting));
                Names names = setting.getAnnotation(Names.class);
                if (names != null) {
                    named(names.value(), inner, here);
                }
                check(inner, here);
            }
        }
    }

    private void entry(String key, @Nullable Object item, Problems problems) {
        if (item instanceof CallSpec call && call.to() == null) {
            declared(Named.COMPONENT, key, problems);
        }
        check(item, problems);
    }

    private void named(Named kind, @Nullable Object value, Problems problems) {
        if (value instanceof String name) {
            declared(kind, name, problems);
        } else if (value instanceof Collection<?> names) {
            names.forEach(name -> declared(kind, String.valueOf(name), problems));
        } else if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(name -> declared(kind, String.valueOf(name), problems.at(String.valueOf(name))));
        }
    }

    private void declared(Named kind, String name, Problems problems) {
        switch (kind) {
            case COMPONENT -> declared(components, "component", "components", name, problems);
            case RESPONDER -> declared(responders, "responder", "responders", name, problems);
            case REQUEST -> declared(requests, "class of requests", "classes of requests", name, problems);
        }
    }

    private static void declared(Set<String> known, String one, String many, String name, Problems problems) {
        if (!known.contains(name)) {
            problems.add(
                    Flaw.DANGLING,
                    "'" + name + "' is not " + Spelling.withArticle(one) + " of this scenario",
                    known.isEmpty() && many.startsWith("classes")
                            ? "declare it: requests: { " + name + ": {} }"
                            : Spelling.hint(name, many, known));
        }
    }
}
