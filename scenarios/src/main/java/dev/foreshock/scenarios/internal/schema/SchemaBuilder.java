package dev.foreshock.scenarios.internal.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.scenarios.internal.layer.ComponentSelf;
import dev.foreshock.scenarios.internal.layer.ScenarioHead;
import dev.foreshock.scenarios.internal.read.AmountForm;
import dev.foreshock.scenarios.internal.read.Amounts;
import dev.foreshock.scenarios.internal.read.Factor;
import dev.foreshock.scenarios.internal.read.Knobs;
import dev.foreshock.scenarios.internal.read.Setting;
import dev.foreshock.scenarios.internal.read.Shape;
import dev.foreshock.scenarios.internal.read.Words;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.scalar.Scalars;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Turns descriptions into JSON Schema. Looser than the reader where JSON Schema cannot follow it: what the reader accepts
 * the schema accepts.
 */
final class SchemaBuilder {

    private static final String KNOB = "\\$" + Knobs.NAME + "(?:\\s+" + Factor.PATTERN + ")?";

    /** What only a component without a kind may have: it is an import. */
    private static final List<String> IMPORT = List.of("from", "bind");

    /** What is said of {@code is}. */
    private static final String KIND = "What it is; which settings it has depends on that.";

    private static final String SOME_KNOB = "[\\s\\S]*\\$[\\s\\S]*";

    private final Catalog catalog;
    private final ObjectNode definitions;

    /** Whether things may be incomplete, because they are merged over others. */
    private final boolean parts;

    SchemaBuilder(Catalog catalog, ObjectNode definitions, boolean parts) {
        this.catalog = catalog;
        this.definitions = definitions;
        this.parts = parts;
    }

    ObjectNode schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] of = generic.getActualTypeArguments();
            return Map.class.isAssignableFrom(raw) ? Schemas.mapOf(schema(of[1])) : list(schema(of[0]));
        }
        Class<?> wanted = (Class<?>) type;
        Scalar<?> scalar = Scalars.find(wanted);
        if (scalar != null) {
            return scalar(scalar);
        } else if (wanted.isEnum()) {
            return Schemas.words(Words.of(wanted));
        }
        return definition(wanted);
    }

    private static ObjectNode list(ObjectNode item) {
        ObjectNode list = Schemas.of("type", "array");
        list.set("items", item);
        return Schemas.anyOf(item.deepCopy(), list);
    }

    private ObjectNode scalar(Scalar<?> scalar) {
        ObjectNode schema = switch (scalar.json()) {
            case STRING -> Schemas.of("type", "string");
            case INTEGER -> Schemas.types("integer", "string");
            case NUMBER -> Schemas.types("number", "string");
            case BOOLEAN -> Schemas.types("boolean", "string");
            case ANY -> Schemas.types("string", "number", "boolean");
        };
        boolean isAmount = Amounts.isAmount(scalar.type());
        if (!scalar.pattern().isEmpty()) {
            // Texts of any kind are taken as they are written.
            String knobs = isAmount
                    ? "|" + KNOB + "|" + Factor.PATTERN
                    : scalar.json() == Scalar.Json.ANY ? "" : "|" + SOME_KNOB;
            schema.put("pattern", "^\\s*(?:" + scalar.pattern() + knobs + ")\\s*$");
        }
        if (isAmount) {
            return Schemas.anyOf(schema, amountForm(scalar, schema));
        }
        return scalar.longForm() == null ? schema : Schemas.anyOf(schema, definition(scalar.longForm()));
    }

    /** Returns a reference to the long form of one type of amount, whose number is {@code is}. */
    private ObjectNode amountForm(Scalar<?> scalar, ObjectNode is) {
        Shape shape = Shape.of(AmountForm.class);
        String name = Names.of(AmountForm.class) + "." + scalar.name().replace(' ', '-') + suffix();
        if (!definitions.has(name)) {
            definitions.putObject(name); // before its content: the number of samples is an amount too
            ObjectNode map = settings(shape.settings());
            ObjectNode number = parts ? Schemas.orNull(is.deepCopy()) : is.deepCopy();
            String doc = Objects.requireNonNull(shape.setting("is")).doc();
            ((ObjectNode) map.get("properties")).set("is", number.put("description", doc));
            definitions.set(name, map.put("description", shape.doc()));
        }
        return Schemas.reference(name);
    }

    private String suffix() {
        return parts ? "-part" : "";
    }

    /** Returns a reference to the definition of a record or family, which it adds if it is new. */
    private ObjectNode definition(Class<?> type) {
        String name = Names.of(type, catalog) + suffix();
        if (!definitions.has(name)) {
            definitions.putObject(name); // before its content, which may refer to it
            definitions.set(name, catalog.isFamily(type) ? family(type) : record(type));
        }
        return Schemas.reference(name);
    }

    private ObjectNode record(Class<?> type) {
        Shape shape = Shape.of(type);
        ObjectNode map = settings(shape.settings());
        if (type == ScenarioHead.DefaultsForm.class) {
            Schemas.withoutNames(map);
        }
        boolean isKind = catalog.kinds().stream().anyMatch(kind -> kind.type() == type);
        ObjectNode properties = (ObjectNode) map.get("properties");
        selves(type).forEach(setting -> properties.set(setting.key(), own(setting)));
        if (isKind) {
            properties.set("is", Schemas.of("type", "string").put("description", KIND));
            if (ComponentSpec.class.isAssignableFrom(type)) {
                properties.remove(IMPORT); // but a null, which takes one away; as a pattern it is not proposed
                Schemas.onlyNull(map, "^(?:" + String.join("|", IMPORT) + ")$");
            }
        }
        Setting shorthand = isKind ? null : shape.shorthand();
        ObjectNode schema = shorthand == null ? map : Schemas.anyOf(schema(shorthand.type()), map);
        return schema.put("description", shape.doc());
    }

    /** Returns what things of {@code type} may say about themselves. */
    private static List<Setting> selves(Class<?> type) {
        List<Setting> own = Shape.of(ComponentSelf.class).settings();
        if (ComponentSpec.class.isAssignableFrom(type)) {
            return own;
        }
        boolean isNamed = type == CallSpec.class || type == UsersSpec.class || MonitorSpec.class.isAssignableFrom(type);
        return own.stream()
                .filter(setting -> isNamed && setting.key().equals("was"))
                .toList();
    }

    /** Returns the schema of what a thing says about itself. */
    private ObjectNode own(Setting setting) {
        return setting.key().equals("labels")
                ? Schemas.orNull(Schemas.labels()).put("description", setting.doc())
                : setting(setting);
    }

    ObjectNode settings(List<Setting> settings) {
        ObjectNode map = Schemas.map();
        ObjectNode properties = map.putObject("properties");
        settings.forEach(setting -> properties.set(setting.key(), setting(setting)));
        ArrayNode required = map.arrayNode();
        settings.stream()
                .filter(Setting::isRequired)
                .filter(setting -> !parts)
                .forEach(setting -> required.add(setting.key()));
        if (!required.isEmpty()) {
            map.set("required", required);
        }
        return map.put("additionalProperties", false);
    }

    private ObjectNode setting(Setting setting) {
        ObjectNode value = schema(setting.type());
        Range range = setting.range();
        Scalar<?> scalar = setting.type() instanceof Class<?> type ? Scalars.find(type) : null;
        if (range != null && scalar != null && isNumber(scalar)) {
            ObjectNode number =
                    value.has("anyOf") ? (ObjectNode) value.get("anyOf").get(0) : value;
            number.put("minimum", range.min());
            if (!Double.isInfinite(range.max())) {
                number.put("maximum", range.max());
            }
        }
        ObjectNode schema = setting.isRequired() && !parts ? wrapped(value) : Schemas.orNull(value);
        schema.put("description", setting.doc());
        if (setting.fallback() != null && !setting.fallback().equals("{}")) {
            schema.put("default", setting.fallback());
        }
        return schema;
    }

    private static boolean isNumber(Scalar<?> scalar) {
        return scalar.json() == Scalar.Json.INTEGER || scalar.json() == Scalar.Json.NUMBER;
    }

    /** Returns a schema that may have a description: what stands beside a reference is ignored. */
    private static ObjectNode wrapped(ObjectNode schema) {
        return schema.has("$ref") ? Schemas.anyOf(schema) : schema;
    }

    private ObjectNode family(Class<?> family) {
        List<Kind<?>> kinds = catalog.of(family);
        String words = kinds.stream().map(Kind::name).collect(Collectors.joining("|"));
        ObjectNode schema = Schemas.anyOf(kindsAsMap(kinds));
        ArrayNode ways = (ArrayNode) schema.get("anyOf");
        ways.add(Schemas.string("^\\s*(?:" + words + ")\\s*\\([\\s\\S]*\\)\\s*$"));
        List<Kind<?>> plain = kinds.stream().filter(SchemaBuilder::needsNothing).toList();
        if (!plain.isEmpty()) {
            ArrayNode alone = ways.addObject().putArray("enum");
            plain.forEach(kind -> alone.add(kind.name()));
        }
        if (kinds.stream().anyMatch(kind -> Shape.of(kind.type()).isRange())) {
            ways.add(Schemas.string("\\S\\s*\\.\\.\\s*\\S"));
        }
        for (Kind<?> kind : kinds) {
            Setting shorthand = Shape.of(kind.type()).shorthand();
            if (shorthand != null) {
                ways.add(schema(shorthand.type()));
            }
        }
        return schema;
    }

    /** Tells whether the word for a kind is enough, as it has no settings that must be given. */
    private static boolean needsNothing(Kind<?> kind) {
        return Shape.of(kind.type()).settings().stream().noneMatch(Setting::isRequired);
    }

    /** What does not say what it is has settings of some kind: its kind is said elsewhere. */
    private ObjectNode withoutKind(List<Kind<?>> kinds) {
        Map<String, Map<ObjectNode, ObjectNode>> all = new TreeMap<>();
        for (Kind<?> kind : kinds) {
            String definition = definition(kind.type()).get("$ref").asText();
            for (Setting setting : Shape.of(kind.type()).settings()) {
                all.computeIfAbsent(setting.key(), key -> new LinkedHashMap<>())
                        .putIfAbsent(setting(setting), Schemas.of("$ref", definition + "/properties/" + setting.key()));
            }
        }
        for (Setting setting : selves(kinds.get(0).type())) {
            all.put(setting.key(), Map.of(own(setting), own(setting)));
        }
        ObjectNode choice = Schemas.object();
        choice.putObject("if").putObject("not").putArray("required").add("is");
        ObjectNode map = Schemas.map();
        ObjectNode properties = map.putObject("properties");
        all.forEach((key, ways) -> properties.set(
                key,
                ways.size() == 1
                        ? ways.values().iterator().next()
                        : Schemas.anyOf(ways.values().toArray(ObjectNode[]::new))));
        choice.set("then", map.put("additionalProperties", false));
        return choice;
    }

    private ObjectNode kindsAsMap(List<Kind<?>> kinds) {
        ObjectNode map = Schemas.of("type", "object");
        map.putObject("properties")
                .set(
                        "is",
                        Schemas.words(kinds.stream().map(Kind::name).toList()).put("description", KIND));
        ArrayNode choices = map.arrayNode();
        // Of a part nobody knows what it is, unless there is only one kind.
        Kind<?> assumed = kinds.size() > 1 && parts
                ? null
                : catalog.assumed(kinds.get(0).family()).orElse(null);
        for (Kind<?> kind : kinds) {
            ObjectNode choice = choices.addObject();
            ObjectNode when = choice.putObject("if");
            when.putObject("properties").putObject("is").put("const", kind.name());
            if (!kind.equals(assumed)) {
                when.putArray("required").add("is");
            }
            choice.set("then", definition(kind.type()));
        }
        if (kinds.size() > 1 && parts) {
            choices.add(withoutKind(kinds));
        }
        map.set("allOf", choices);
        if (kinds.size() > 1 && !parts && assumed == null) {
            map.putArray("required").add("is");
        }
        return map;
    }
}
