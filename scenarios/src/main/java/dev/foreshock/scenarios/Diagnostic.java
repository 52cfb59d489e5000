package dev.foreshock.scenarios;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to say about a file. Sorted by file, line and column.
 *
 * @param code what kind of finding it is
 * @param message what is wrong: {@code <subject> must <rule>, but was <value>}
 * @param place where it is
 * @param help the way out; empty when there is none to name
 * @param notes other places that explain it, in the order to read them
 * @param replacement what to put at the place to mend it, or null where that is for a person to decide
 * @param variant the variant that was not chosen and that alone it is about; empty where it is about the scenario as it was asked for
 */
public record Diagnostic(
        Code code,
        String message,
        Place place,
        String help,
        List<Note> notes,
        @Nullable String replacement,
        String variant)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::file)
            .thenComparingInt(Diagnostic::line)
            .thenComparingInt(Diagnostic::column)
            .thenComparing(found -> found.code().id())
            .thenComparing(Diagnostic::message);

    /** Copies the list. */
    public Diagnostic {
        notes = List.copyOf(notes);
    }

    /** Creates a finding about the scenario as it was asked for. */
    public Diagnostic(
            Code code, String message, Place place, String help, List<Note> notes, @Nullable String replacement) {
        this(code, message, place, help, notes, replacement, "");
    }

    /** Returns the same, said of a variant; of the scenario as it was asked for where {@code name} is empty. */
    public Diagnostic ofVariant(String name) {
        return new Diagnostic(code, message, place, help, notes, replacement, name);
    }

    /** Returns how bad it is. */
    public Severity severity() {
        return code.severity();
    }

    /** Returns the file it is about. */
    public String file() {
        return place.file();
    }

    /** Returns the line, from 1; 0 for the file as a whole. */
    public int line() {
        return place.line();
    }

    /** Returns the first column, from 1. */
    public int column() {
        return place.column();
    }

    /** Returns how many characters it is about. */
    public int length() {
        return place.length();
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    /** Returns one line: place, severity, code and message. */
    @Override
    public String toString() {
        return place + ": " + severity().text() + "[" + code.id() + "]: " + message;
    }
}
