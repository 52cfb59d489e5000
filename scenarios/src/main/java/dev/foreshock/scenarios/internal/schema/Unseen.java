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
        CODES.put(Code.FAULTS, "versions");
        CODES.put(Code.MISSING_SETTING, "layers");
        CODES.put(Code.MISSING_KIND, "layers");
        CODES.put(Code.KNOB, "knobs");
        CODES.put(Code.RANGE, "units");
        CODES.put(Code.DANGLING, "names");
        CODES.put(Code.CONFLICT, "relations");
        CODES.put(Code.CYCLE, "cycles");
        CODES.put(Code.UNJUDGEABLE, "relations");
        CODES.put(Code.RECORDING, "files");
        CODES.put(Code.RECORDING_QUALITY, "files");
        CODES.put(Code.BASELINE, "files");
        CODES.put(Code.LIMIT, "layers");
        CODES.put(Code.DIMENSION, "relations");
    }

    private Unseen() {}

    /** Returns the codes, each with what would have to be known to see it. */
    public static Map<Code, String> codes() {
        return Collections.unmodifiableMap(CODES);
    }
}
