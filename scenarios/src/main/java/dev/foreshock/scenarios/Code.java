package dev.foreshock.scenarios;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of findings. A code never changes its meaning; {@link Explanation} says what each is about.
 */
public enum Code {
    /** A file that is not there or cannot be read. */
    FILE("E0001"),
    /** A file that is too large. */
    FILE_SIZE("E0002"),
    /** A file that is not text. */
    ENCODING("E0003"),
    /** A file that is not YAML. */
    SYNTAX("E0004"),
    /** A file without content. */
    EMPTY("E0005"),
    /** A file with more than one document. */
    SEVERAL_DOCUMENTS("E0006"),
    /** An anchor or alias. */
    ANCHOR("E0007"),
    /** A tag. */
    TAG("E0008"),
    /** A key given twice. */
    DUPLICATE_KEY("E0009"),
    /** Maps or lists nested too deeply. */
    DEPTH("E0010"),
    /** A key that is not a name. */
    KEY("E0011"),
    /** A merge key. */
    MERGE_KEY("E0012"),
    /** A library scenario that does not exist. */
    UNKNOWN_SCENARIO("E0013"),
    /** A comma that ends a value too early. */
    COMMA("E0014"),
    /** A file without the version of the language, or with one that this Foreshock does not read. */
    VERSION("E0101"),
    /** A file without the version of the model, or with one that this Foreshock does not have. */
    SEMANTICS("E0102"),
    /** A file of another sort than needed. */
    DOCUMENT("E0103"),
    /** A variant that does not exist. */
    UNKNOWN_VARIANT("E0104"),
    /** Variants that lead back to themselves. */
    VARIANT_CYCLE("E0105"),
    /** A change that is not written as one. */
    PATCH("E0106"),
    /** A change of something that is not declared. */
    PATCH_TARGET("E0107"),
    /** A system that is written for another version of the model than the scenario. */
    SEMANTICS_DIFFER("E0108"),
    /** Documents, imports or classes that lead back to themselves. */
    LAYER_CYCLE("E0109"),
    /** Two places that claim the same name or the same default. */
    CLASH("E0110"),
    /** A selector that is none or that matches nothing. */
    SELECTOR("E0111"),
    /** More layers than are read. */
    LIMIT("E0113"),
    /** A section that is kept for a later version. */
    RESERVED("W0101"),
    /** A setting that does not exist. */
    UNKNOWN_SETTING("E0201"),
    /** A setting that is needed. */
    MISSING_SETTING("E0202"),
    /** A kind that does not exist. */
    UNKNOWN_KIND("E0203"),
    /** A thing that does not say what it is. */
    MISSING_KIND("E0204"),
    /** A map, list or single value where another of them is needed. */
    SHAPE("E0205"),
    /** A number without its unit. */
    UNIT("E0206"),
    /** A value that is not one of its type. */
    VALUE("E0207"),
    /** A word that does not exist. */
    WORD("E0208"),
    /** A limit that does not fit what it limits. */
    DIMENSION("E0209"),
    /** A name that cannot be one. */
    NAME("E0210"),
    /** A knob, a range or a factor that does not fit. */
    KNOB("E0211"),
    /** Something that is declared and that nothing uses. */
    UNUSED("W0201"),
    /** A variant that changes nothing. */
    VARIANT_EMPTY("W0202"),
    /** A number outside its limits. */
    RANGE("E0301"),
    /** A name that nothing declares. */
    DANGLING("E0302"),
    /** Settings that exclude or miss each other. */
    CONFLICT("E0303"),
    /** A chain that comes back to its start. */
    CYCLE("E0304"),
    /** A claim that can never be evaluated. */
    UNJUDGEABLE("E0305"),
    /** A share that demands nothing. */
    DEMANDS_NOTHING("E0306"),
    /** A recording that is not one. */
    RECORDING("E0401"),
    /** A recording with too many faults. */
    RECORDING_QUALITY("E0402"),
    /** A baseline that is not the result of a run. */
    BASELINE("E0403"),
    /** A recording that was repaired. */
    RECORDING_REPAIRED("W0401"),
    /** A timeout longer than the caller's own caller waits. */
    TIMEOUT_BEYOND_CALLER("W0501"),
    /** Attempts and waits that together take longer than the caller's own caller waits. */
    RETRIES_BEYOND_CALLER("W0502"),
    /** Retries that multiply the load of an outage without limit. */
    RETRIES_WITHOUT_BUDGET("W0503"),
    /** A component that is offered more than it can serve and sheds nothing. */
    OVERLOAD_WITHOUT_SHEDDING("W0504"),
    /** A measured component that is offered more than was ever measured. */
    BEYOND_MEASURED("W0505"),
    /** A claim about something that gets no traffic. */
    CLAIM_WITHOUT_TRAFFIC("W0506"),
    /** A monitor that watches something that gets no traffic. */
    MONITOR_WITHOUT_TRAFFIC("W0507"),
    /** An alert whose condition can never hold for its time. */
    ALERT_CANNOT_FIRE("W0508"),
    /** An alert that pages nobody. */
    ALERT_PAGES_NOBODY("W0509"),
    /** A responder whom nobody calls. */
    RESPONDER_IDLE("W0510"),
    /** A step that can never start. */
    STEP_CANNOT_START("W0511"),
    /** A traffic curve that brings nobody. */
    CURVE_SILENT("W0512"),
    /** A traffic curve that ends before it starts. */
    CURVE_REVERSED("W0513"),
    /** A recording that does not last as long as the scenario. */
    RECORDING_TOO_SHORT("W0514"),
    /** A budget for retries that are never made. */
    BUDGET_WITHOUT_RETRIES("W0515"),
    /** Requests for which a component that calls others calls nothing. */
    REQUESTS_CALL_NOTHING("W0516"),
    /** A claim about crashes where nothing can crash. */
    CRASH_IMPOSSIBLE("W0517"),
    /** A setting that has no effect beside the others of its component. */
    SETTING_WITHOUT_EFFECT("W0518"),
    /** A class of users without traffic. */
    USERS_WITHOUT_TRAFFIC("W0519");

    private final String id;

    Code(String id) {
        this.id = id;
    }

    /** Returns the letter and number, such as {@code E0201}. */
    public String id() {
        return id;
    }

    /** Returns how bad it is: a code that starts with E makes a file unusable. */
    public Severity severity() {
        return id.startsWith("E") ? Severity.ERROR : Severity.WARNING;
    }

    /** Returns the title, explanation and example. */
    public Explanation explanation() {
        return Explanation.of(this);
    }

    /** Returns the code with this letter and number, in any case. */
    public static Optional<Code> find(String id) {
        return Stream.of(values())
                .filter(code -> code.id.equals(id.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
