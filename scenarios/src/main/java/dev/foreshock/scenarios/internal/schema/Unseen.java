package dev.foreshock.scenarios.internal.schema;

import dev.foreshock.scenarios.Code;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What the reader finds and a JSON Schema cannot. */
public final class Unseen {

    private static final Map<Code, String> CODES = new EnumMap<>(Code.class);

    static {
        CODES.put(Code.FILE, "files");
        CODES.put(Code.FILE_SIZE, "files");
        CODES.put(Code.ENCODING, "files");
        CODES.put(Code.SYNTAX, "YAML");
        CODES.put(Code.SEVERAL_DOCUMENTS, "YAML");
        CODES.put(Code.ANCHOR, "YAML");
        CODES.put(Code.TAG, "YAML");
        CODES.put(Code.DUPLICATE_KEY, "YAML");
        CODES.put(Code.DEPTH, "YAML");
        CODES.put(Code.KEY, "YAML");
        CODES.put(Code.MERGE_KEY, "YAML");
        CODES.put(Code.COMMA, "YAML");
        CODES.put(Code.UNKNOWN_SCENARIO, "arguments");
        CODES.put(Code.DOCUMENT, "files");
        CODES.put(Code.UNKNOWN_VARIANT, "names");
        CODES.put(Code.VARIANT_CYCLE, "cycles");
        CODES.put(Code.PATCH, "arguments");
        CODES.put(Code.PATCH_TARGET, "names");
        CODES.put(Code.SEMANTICS_DIFFER, "files");
        CODES.put(Code.LAYER_CYCLE, "cycles");
        CODES.put(Code.CLASH, "names");
        CODES.put(Code.SELECTOR, "names");
        CODES.put(Code.MISSING_SETTING, "layers");
        CODES.put(Code.MISSING_KIND, "layers");
        CODES.put(Code.KNOB, "knobs");
        CODES.put(Code.RANGE, "units");
        CODES.put(Code.DANGLING, "names");
        CODES.put(Code.CONFLICT, "relations");
        CODES.put(Code.CYCLE, "cycles");
        CODES.put(Code.UNJUDGEABLE, "relations");
        CODES.put(Code.DEMANDS_NOTHING, "units");
        CODES.put(Code.RECORDING, "files");
        CODES.put(Code.RECORDING_QUALITY, "files");
        CODES.put(Code.BASELINE, "files");
        CODES.put(Code.LIMIT, "layers");
        CODES.put(Code.DIMENSION, "relations");
    }

    /** Where it cannot see findings that it sees elsewhere. */
    public enum Where {
        /** A phrase has a grammar of its own, and its parts have types. */
        PHRASE("within a value of several words, such as `exponential(mean 5ms)`, a claim or a condition"),

        /** What a path leads to is written somewhere else. */
        PATH("in the `set` of a variant: what a path leads to is written elsewhere"),

        /** The settings that use a knob say what it must be. */
        KNOB("in `knobs`, and in values with a `$name` in them: what a knob is and what it must be are said far apart"),

        /** A component with {@code like}, or one over another, has its kind from there. */
        KIND("in a component without `is`: which settings there are depends on the kind that it gets from elsewhere"),

        /** A null takes away what a file below says; what is left empty by mistake looks the same. */
        NOTHING(
                "where a name has no value: left empty it is a mistake, a null takes away, and JSON knows no difference"),

        /** Numbers that are names: zeros at the end make another name of the same number. */
        VERSION("in `semantics`: 2026.1 and 2026.10 are one number to JSON, and two versions"),

        /** A multiple needs something to be a multiple of. */
        MULTIPLE("in a value such as `x2` or `+40%`: what it is a multiple of is below, if anything is");

        private final String text;

        Where(String text) {
            this.text = text;
        }

        /** Returns where that is, as the end of a sentence. */
        public String text() {
            return text;
        }
    }

    private Unseen() {}

    /** Returns the codes, each with what would have to be known to see it. */
    public static Map<Code, String> codes() {
        return Collections.unmodifiableMap(CODES);
    }
}
