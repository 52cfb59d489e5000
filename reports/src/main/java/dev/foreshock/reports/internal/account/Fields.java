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
    /** Tells whether a field is there and is not null. */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** Returns the object in a field. */
    public Fields at(String name) {
        return new Fields(node.path(name), path(name));
    }

    /** Returns the names of the fields. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Returns a text; empty if there is none. */
    public String text(String name) {
        return node.path(name).asText("");
    }

    /** Returns texts; none if there are none. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(text -> texts.add(text.asText("")));
        return texts;
    }

    /** Returns whether a field is true. */
    public boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    /** Returns a number that must be there. */
    public double number(String name) {
        return required(name).asDouble();
    }

    /** Returns a number, or null if there is none. */
    public @Nullable Double numberOrNull(String name) {
        return has(name) ? number(name) : null;
    }

    /** Returns a whole number that must be there. */
    public long whole(String name) {
        return required(name).asLong();
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
        node.path(name).forEach(item -> list.add(new Fields(item, path(name) + "/" + list.size())));
        return list;
    }

    /** Returns the numbers of a list; NaN for null. */
    public List<Double> numbers(String name) {
        List<Double> numbers = new ArrayList<>();
        node.path(name).forEach(item -> numbers.add(item.isNumber() ? item.asDouble() : Double.NaN));
        return numbers;
    }

    private JsonNode required(String name) {
        JsonNode value = node.path(name);
        if (!value.isNumber()) {
            throw new UnreadableException(path(name) + " must be a number, but was "
                    + (value.isMissingNode() ? "left out" : value.toString()));
        }
        return value;
    }

    private String path(String name) {
        return where + "/" + name;
    }
}
