package dev.foreshock.scenarios.internal.report;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Explanation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The text behind every code. */
public final class Explanations {

    private static final Map<Code, Explanation> ALL = new EnumMap<>(Code.class);

    static {
        aboutFiles();
        aboutDocuments();
        aboutSettings();
        aboutMeaning();
        aboutRecordings();
    }

    private Explanations() {}

    public static Explanation of(Code code) {
        return Objects.requireNonNull(ALL.get(code), () -> "a code must be explained: " + code);
    }

    private static void add(Code code, String title, String what, String before, String after) {
        ALL.put(code, new Explanation(title, what, before, after));
    }

    private static void aboutFiles() {
        add(
                Code.FILE,
                "a file that cannot be read",
                "The file is not there, is a directory, or may not be read. A path in a file is relative to that file.",
                "system: { from: shop.yaml }",
                "system: { from: systems/shop.yaml }");
        add(
                Code.FILE_SIZE,
                "a file that is too large",
                "A scenario file may have 5 MiB, a recording 64 MiB. The limit keeps a mistaken path from filling the memory.",
                "",
                "Move recorded numbers into a CSV file.");
        add(
                Code.ENCODING,
                "a file that is not text",
                "Files are UTF-8 without control characters. Replacing what does not fit would change names silently, so the file is refused.",
                "",
                "Save the file as UTF-8.");
        add(
                Code.SYNTAX,
                "a file that is not YAML",
                "The YAML does not parse. The usual reasons are a tab, indentation that does not line up, and a value with ': ' in it that is not quoted.",
                "about: first: second",
                "about: \"first: second\"");
        add(
                Code.EMPTY,
                "a file without content",
                "There is nothing in the file but comments.",
                "# to do",
                "foreshock: 1");
        add(
                Code.SEVERAL_DOCUMENTS,
                "a file with more than one document",
                "One file is one scenario or one system; '---' starts another document.",
                "scenario: one\n---\nscenario: two",
                "scenario: one");
        add(
                Code.ANCHOR,
                "an anchor or alias",
                "Anchors make a value depend on a place far away, and a few lines of aliases can stand for gigabytes. A system in a file of its own, variants and 'from' say the same by name.",
                "web: &base { is: server }\nbackup: *base",
                "web: { is: server }\nbackup: { is: server }");
        add(
                Code.TAG,
                "a tag",
                "Every setting knows its type, so a tag can only contradict it.",
                "workers: !!str 10",
                "workers: 10");
        add(
                Code.DUPLICATE_KEY,
                "a key given twice",
                "Only one of two equal keys could count, and a reader could not tell which.",
                "workers: 10\nworkers: 20",
                "workers: 20");
        add(
                Code.DEPTH,
                "nesting that is too deep",
                "Maps and lists may be nested 100 deep. Nothing in the language needs ten.",
                "x-deep: [[[[ ... ]]]]",
                "x-deep: []");
        add(
                Code.KEY,
                "a key that is not a name",
                "A key is a single, non-empty word or phrase.",
                "? [web, db]\n: 10",
                "web: 10");
        add(
                Code.MERGE_KEY,
                "a merge key",
                "'<<' belongs to YAML 1.1 and works only with anchors.",
                "<<: *base",
                "system: { from: systems/shop.yaml }");
        add(
                Code.COMMA,
                "a comma that ends a value too early",
                "Between { and } a comma separates settings, also inside parentheses. Quotes keep a value together.",
                "db: { is: database, pool: 5, query: lognormal(mean 5ms, cv 1) }",
                "db: { is: database, pool: 5, query: \"lognormal(mean 5ms, cv 1)\" }");
        add(
                Code.UNKNOWN_SCENARIO,
                "a scenario that the library does not have",
                "A name without a slash that does not end in .yaml is looked up in the library.",
                "foreshock run viral-promo",
                "foreshock run viral-promo-surge");
    }

    private static void aboutDocuments() {
        add(
                Code.VERSION,
                "the version of the language",
                "Every file says for which version of the language it is written, so that it still means the same in years.",
                "scenario: sale",
                "foreshock: 1\nscenario: sale");
        add(
                Code.SEMANTICS,
                "the version of the model",
                "'semantics' fixes what words like timeout and queue mean, so that an upgrade never changes a verdict silently.",
                "semantics: 2031.7",
                "semantics: 2026.2");
        add(
                Code.DOCUMENT,
                "a file of another sort",
                "A scenario was needed and a system found, or the other way round.",
                "foreshock run systems/shop.yaml",
                "foreshock run sale.yaml");
        add(
                Code.UNKNOWN_VARIANT,
                "a variant that does not exist",
                "Variants are declared in the scenario's file.",
                "--variant capcity",
                "--variant capacity");
        add(
                Code.VARIANT_CYCLE,
                "variants that contain themselves",
                "A variant may be a list of others, but none of them may lead back to it.",
                "both: [alert, both]",
                "both: [alert, capacity]");
        add(
                Code.PATCH,
                "a change that is not written as one",
                "A change from the command line is a path, an equals sign and a value.",
                "--set web.replicas 4",
                "--set web.replicas=4");
        add(
                Code.PATCH_TARGET,
                "a change of nothing",
                "A path starts with the name of a component or of a section, and what it leads through must be declared. To add something new, set the map around it.",
                "web.calls.cache.timeout: 1s",
                "web.calls: { cache: { timeout: 1s } }");
        add(
                Code.SEMANTICS_DIFFER,
                "a system for another version of the model",
                "The numbers of a system were chosen with what its words meant, so a scenario must mean the same by them. docs/reference/semantics.md says what differs.",
                "semantics: 2026.2 in the scenario, semantics: 2026.1 in the system",
                "semantics: 2026.2 in both");
    }

    private static void aboutSettings() {
        add(
                Code.UNKNOWN_SETTING,
                "a setting that does not exist",
                "A misspelled setting would otherwise be ignored and the default used. Keys that start with x- are free.",
                "patiense: 10s",
                "patience: 10s");
        add(
                Code.MISSING_SETTING,
                "a setting that is needed",
                "Some settings have no sensible default.",
                "web: { is: server, work: 20ms }",
                "web: { is: server, workers: 10, work: 20ms }");
        add(
                Code.UNKNOWN_KIND,
                "a kind that does not exist",
                "After 'is' stands one of the kinds of the language reference.",
                "web: { is: sever }",
                "web: { is: server }");
        add(
                Code.MISSING_KIND,
                "a thing that does not say what it is",
                "Where several kinds are possible, 'is' says which.",
                "web: { workers: 10 }",
                "web: { is: server, workers: 10 }");
        add(
                Code.SHAPE,
                "a map, list or value in place of another",
                "The setting needs a map and got a list, or the like.",
                "memory: 600 MiB",
                "memory: { heap: 600 MiB, per-request: 2 MiB }");
        add(
                Code.UNIT,
                "a number without its unit",
                "A bare number would have to be guessed: tools disagree on whether 10 means seconds or milliseconds.",
                "patience: 10",
                "patience: 10s");
        add(
                Code.VALUE,
                "a value that is not one of its type",
                "The value cannot be read as what the setting needs.",
                "takes: a while",
                "takes: 15m");
        add(
                Code.WORD,
                "a word that does not exist",
                "Only certain words are possible here, such as the signals a monitor sees or the measures of a claim.",
                "switch: bgp",
                "switch: dns");
        add(
                Code.DIMENSION,
                "a limit that does not fit",
                "A share is compared with a share, a time with a time.",
                "alert: success < 5m",
                "alert: success < 95% for 5m");
        add(
                Code.NAME,
                "a name that cannot be one",
                "Names are made of letters, digits, hyphens, dots and underscores, so that they can be part of a path.",
                "\"web server\": { is: server }",
                "web-server: { is: server }");
    }

    private static void aboutMeaning() {
        add(
                Code.RANGE,
                "a number outside its limits",
                "The number has the right unit, but nothing can have this many of it.",
                "workers: 0",
                "workers: 1");
        add(
                Code.DANGLING,
                "a name that nothing declares",
                "The setting names a component, responder or step that the scenario does not have.",
                "enters: frnt",
                "enters: front");
        add(
                Code.CONFLICT,
                "settings that exclude or miss each other",
                "Each of the settings is fine, but not together.",
                "weights: { web: 60%, backup: 60% }",
                "weights: { web: 60%, backup: 40% }");
        add(
                Code.CYCLE,
                "a chain that comes back to its start",
                "A step that waits for itself never starts, and a call that comes back to its caller never ends.",
                "first: { by: on-call, after: [second] }\nsecond: { by: on-call, after: [first] }",
                "first: { by: on-call }\nsecond: { by: on-call, after: [first] }");
        add(
                Code.UNJUDGEABLE,
                "a claim that can never be evaluated",
                "A gate that cannot be evaluated would seem to pass.",
                "late: success during 23:00 .. 23:30 >= 90%",
                "late: success during 12:00 .. 12:30 >= 90%");
    }

    private static void aboutRecordings() {
        add(
                Code.RECORDING,
                "a recording that is not one",
                "A recording is a CSV file with the columns timestamp and value, counts per interval, none of them negative.",
                "2015-03-31 03:27:53,-5",
                "2015-03-31 03:27:53,5");
        add(
                Code.RECORDING_QUALITY,
                "a recording with too many faults",
                "Gaps of more than 12 intervals, or repairs to more than a tenth of the values: what would be replayed is mostly invention.",
                "",
                "Cut the file to a part that is sound.");
        add(
                Code.RECORDING_REPAIRED,
                "a recording that was repaired",
                "Rows out of order were sorted, of rows with equal times the last one counts, short gaps and blanks were interpolated. The message says how many.",
                "",
                "Repair the file, or accept the repair.");
    }
}
