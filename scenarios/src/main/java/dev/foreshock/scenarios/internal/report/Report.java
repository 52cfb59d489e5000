package dev.foreshock.scenarios.internal.report;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.Note;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects diagnostics, sorted and without repetitions. Keeps a bounded number. Not thread-safe. */
public final class Report {

    private static final int MOST = 2_000;
    private static final int LONGEST = 1_000;

    private final Set<Diagnostic> found = new TreeSet<>();
    private final Map<String, Note> imports = new TreeMap<>();

    public void add(Code code, Place place, String message, String help) {
        add(code, place, message, help, List.of());
    }

    public void add(Code code, Place place, String message, String help, Note note) {
        add(code, place, message, help, List.of(note));
    }

    /** Adds a finding; where its help names the one word that was meant, that word becomes the replacement. */
    public void add(Code code, Place place, String message, String help, List<Note> notes) {
        add(code, place, message, help, notes, Replacement.of(place, message, help));
    }

    /**
     * Adds a finding.
     *
     * @param notes the other places to look at
     * @param replacement what to put at {@code place} to mend it, or null where that is not certain
     */
    public void add(
            Code code, Place place, String message, String help, List<Note> notes, @Nullable String replacement) {
        add(new Diagnostic(code, cut(message), place, cut(help), notes, replacement));
    }

    /** Adds a finding about a variant, which is of no interest where nobody chose it. */
    public void addOfVariant(String variant, Code code, Place place, String message, String help) {
        add(new Diagnostic(code, cut(message), place, cut(help), List.of(), null, variant));
    }

    /** Names in a file can be as long as the file. */
    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }

    public void add(Diagnostic diagnostic) {
        if (found.size() < MOST) {
            found.add(diagnostic);
        }
    }

    public void addAll(Report other) {
        addAll(other, found -> true);
    }

    public void addAll(Report other, Predicate<Diagnostic> wanted) {
        other.found.stream().filter(wanted).forEach(this::add);
    }

    /** Tells whether any of it makes the file unusable. */
    public boolean hasErrors() {
        return found.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** Returns how much there is to say so far. */
    public int size() {
        return found.size();
    }

    /** Tells whether nothing more is kept, so that there is no use in wording it. */
    public boolean isFull() {
        return found.size() >= MOST;
    }

    /** Remembers that {@code file} is in the scenario because another file asks for it: a note with what is found in it. */
    public void imported(String file, Note asked) {
        imports.putIfAbsent(file, asked);
    }

    public List<Diagnostic> sorted() {
        return found.stream().map(this::withImport).toList();
    }

    private Diagnostic withImport(Diagnostic diagnostic) {
        Note asked = imports.get(diagnostic.file());
        if (asked == null || diagnostic.notes().contains(asked)) {
            return diagnostic;
        }
        List<Note> notes = new ArrayList<>(diagnostic.notes());
        notes.add(asked);
        return new Diagnostic(
                diagnostic.code(),
                diagnostic.message(),
                diagnostic.place(),
                diagnostic.help(),
                notes,
                diagnostic.replacement(),
                diagnostic.variant());
    }
}
