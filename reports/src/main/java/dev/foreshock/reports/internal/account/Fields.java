package dev.foreshock.reports.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, read with care: a file may have been edited.
 *
 * @param node the object; an empty one where it is missing
 * @param where its path in the file, for messages
 */
public record Fields(JsonNode node, String where) {
    private static final int LONGEST = 40;

    /** No figure of a run is larger: nanoseconds of thirty years. */
    private static final double MOST = 1e18;

    /** Tells whether a field is there and is not null. */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** Returns the object in a field; an empty one if it is left out. */
    public Fields at(String name) {
        JsonNode value = node.path(name);
        require(value.isMissingNode() || value.isNull() || value.isObject(), name, "an object");
        return new Fields(value, path(name));
    }

    /** Returns the names of the fields. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Returns a text; empty if there is none. */
    public String text(String name) {
        require(!has(name) || node.path(name).isTextual(), name, "a text");
        return has(name) ? node.path(name).asText() : "";
    }

    /** Returns texts; none if there are none. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        array(name).forEach(text -> {
            require(text.isTextual(), text, name + "/" + texts.size(), "a text");
            texts.add(text.asText());
        });
        return texts;
    }

    /** Returns whether a field is true. */
    public boolean flag(String name) {
        require(!has(name) || node.path(name).isBoolean(), name, "true or false");
        return node.path(name).asBoolean(false);
    }

    /** Returns a number that must be there. */
    public double number(String name) {
        JsonNode value = node.path(name);
        require(value.isNumber() && Math.abs(value.asDouble()) <= MOST, name, "a number from -1e18 to 1e18");
        return value.asDouble();
    }

    /** Returns a number that must be there and must not be negative. */
    public double amount(String name) {
        double number = number(name);
        require(number >= 0, name, "at least 0");
        return number;
    }

    /** Returns a share that must be there: a number from 0 to 1. */
    public double share(String name) {
        double number = number(name);
        require(number >= 0 && number <= 1, name, "a share from 0 to 1");
        return number;
    }

    /** Returns a number, or null if there is none. */
    public @Nullable Double numberOrNull(String name) {
        return has(name) ? number(name) : null;
    }

    /** Returns a whole number that must be there. */
    public long whole(String name) {
        JsonNode value = node.path(name);
        require(value.isIntegralNumber() && value.canConvertToLong(), name, "a whole number");
        return value.asLong();
    }

    /** Returns a whole number that must be there and must not be negative. */
    public int count(String name) {
        JsonNode value = node.path(name);
        require(
                value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= 0,
                name,
                "a whole number from 0");
        return value.asInt();
    }

    /** Returns a point in time that must be there, in ISO-8601. */
    public OffsetDateTime time(String name) {
        try {
            return OffsetDateTime.parse(text(name));
        } catch (DateTimeException e) {
            throw new UnreadableException(
                    path(name) + " must be a time such as 2026-03-14T08:30:00.000+01:00, but was " + text(name));
        }
    }

    /** Returns the objects of a list. */
    public List<Fields> list(String name) {
        List<Fields> list = new ArrayList<>();
        array(name).forEach(item -> {
            require(item.isObject(), item, name + "/" + list.size(), "an object");
            list.add(new Fields(item, path(name) + "/" + list.size()));
        });
        return list;
    }

    /** Returns the numbers of a list; NaN for null. */
    public List<Double> numbers(String name) {
        List<Double> numbers = new ArrayList<>();
        array(name).forEach(item -> {
            boolean isNumber = item.isNull() || (item.isNumber() && Double.isFinite(item.asDouble()));
            require(isNumber, item, name + "/" + numbers.size(), "a number or null");
            numbers.add(item.isNull() ? Double.NaN : item.asDouble());
        });
        return numbers;
    }

    private JsonNode array(String name) {
        JsonNode value = node.path(name);
        require(value.isMissingNode() || value.isArray(), name, "a list");
        return value;
    }

    /** Requires that this is so, of the field {@code name}; else it is told what the field must be. */
    private void require(boolean isSo, String name, String what) {
        require(isSo, node.path(name), name, what);
    }

    private void require(boolean isSo, JsonNode value, String name, String what) {
        if (!isSo) {
            throw new UnreadableException(path(name) + " must be " + what + ", but was "
                    + (value.isMissingNode() ? "left out" : brief(value)));
        }
    }

    private static String brief(JsonNode value) {
        String text = value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    private String path(String name) {
        return where + "/" + name;
    }
}
