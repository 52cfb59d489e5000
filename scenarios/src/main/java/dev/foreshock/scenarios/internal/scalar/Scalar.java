package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.engine.describe.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * A type that is written as a single value.
 *
 * @param type the Java type
 * @param name what it is called, without an article
 * @param examples how it is written, most telling first
 * @param pattern a regular expression that every such value matches, for editors
 * @param json the JSON types that such a value can also have when it is not quoted
 * @param reading reads one
 * @param standIn a value to go on with after a mistake; null for the first example
 * @param longForm a record that says the same as a map, or null if there is none
 * @param <T> the Java type
 */
public record Scalar<T>(
        Class<T> type,
        String name,
        String examples,
        String pattern,
        Json json,
        Reading<T> reading,
        @Nullable T standIn,
        @Nullable Class<? extends LongForm<T>> longForm) {

    /** What a plain value is for JSON. */
    public enum Json {
        /** Always a string. */
        STRING,
        /** A whole number. */
        INTEGER,
        /** Any number. */
        NUMBER,
        /** Whatever it looks like. */
        ANY,
        /** True or false. */
        BOOLEAN
    }

    /** Reads one value. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Phrase phrase) throws Misreading;
    }

    /** A record that says as a map what is otherwise one phrase. */
    public interface LongForm<T> {
        T value();
    }

    public static <T> Scalar<T> of(Class<T> type, String name, String examples, String pattern, Reading<T> reading) {
        return new Scalar<>(type, name, examples, pattern, Json.STRING, reading, null, null);
    }

    public static <T> Scalar<T> of(
            Class<T> type, String name, String examples, String pattern, Json json, Reading<T> reading) {
        return new Scalar<>(type, name, examples, pattern, json, reading, null, null);
    }

    /** Returns a value to go on with after a mistake. */
    public T example() {
        if (standIn != null) {
            return standIn;
        }
        return Texts.must(reading, firstExample());
    }

    /** Returns what a value must be, for messages: {@code an action such as restart web}. */
    public String wanted() {
        String noun = Spelling.withArticle(name);
        return json == Json.BOOLEAN ? name : examples.equals(noun) ? noun : noun + " such as " + firstExample();
    }

    /** Returns how a typical value is written. */
    public String firstExample() {
        int end = examples.indexOf(" or ");
        return end < 0 ? examples : examples.substring(0, end);
    }
}
