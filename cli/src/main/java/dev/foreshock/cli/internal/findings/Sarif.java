package dev.foreshock.cli.internal.findings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.Note;
import dev.foreshock.scenarios.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The findings of a check in SARIF 2.1.0, which code hosts and editors read. */
public final class Sarif {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    private final Paths paths;
    private final Fingerprints fingerprints = new Fingerprints();
    private final List<Code> rules = new ArrayList<>();

    private Sarif(Path directory) {
        this.paths = new Paths(directory);
    }

    /**
     * Returns the findings in {@code checks}, ending with a line feed.
     *
     * @param version the version of Foreshock
     * @param directory the working directory, to which files are relative
     */
    public static String of(List<Checked> checks, String version, Path directory) {
        return JsonText.of(new Sarif(directory).log(Checked.diagnostics(checks), version));
    }

    private ObjectNode log(List<Diagnostic> diagnostics, String version) {
        diagnostics.stream()
                .map(Diagnostic::code)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                .forEach(rules::add);
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Foreshock").put("version", version);
        ArrayNode described = driver.putArray("rules");
        rules.forEach(code -> SarifRules.describe(code, described.addObject()));
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        diagnostics.forEach(found -> result(found, results.addObject()));
        return log;
    }

    private void result(Diagnostic found, ObjectNode result) {
        result.put("ruleId", found.code().id());
        result.put("ruleIndex", rules.indexOf(found.code()));
        result.put("level", found.severity().text());
        String help = found.help().isEmpty() ? "" : "\nhelp: " + found.help();
        result.putObject("message").put("text", found.message() + help);
        String file = paths.file(found);
        ObjectNode location = result.putArray("locations").addObject();
        if (file == null) {
            location.putArray("logicalLocations").addObject().put("name", argument(found));
        } else {
            physical(location, file, found.place());
        }
        notes(found.notes(), result);
        String replacement = found.replacement();
        if (file != null && replacement != null && found.line() > 0) {
            fix(file, found.place(), replacement, result.putArray("fixes").addObject());
        }
        result.putObject("partialFingerprints")
                .put("primaryLocationLineHash", fingerprints.of(found, file == null ? "" : file));
    }

    private static String argument(Diagnostic found) {
        return found.line() == 0
                ? found.file()
                : found.file() + " " + found.place().text();
    }

    private void notes(List<Note> notes, ObjectNode result) {
        if (notes.isEmpty()) {
            return;
        }
        ArrayNode related = result.putArray("relatedLocations");
        for (Note note : notes) {
            ObjectNode location = related.addObject().put("id", related.size());
            location.putObject("message").put("text", note.message());
            String file = paths.file(note.place());
            if (file != null) {
                physical(location, file, note.place());
            }
        }
    }

    private static void fix(String file, Place place, String replacement, ObjectNode fix) {
        fix.putObject("description").put("text", "replace with '" + replacement + "'");
        ObjectNode change = fix.putArray("artifactChanges").addObject();
        artifact(change.putObject("artifactLocation"), file);
        ObjectNode exchange = change.putArray("replacements").addObject();
        region(exchange.putObject("deletedRegion"), place);
        exchange.putObject("insertedContent").put("text", replacement);
    }

    private static void physical(ObjectNode location, String file, Place place) {
        ObjectNode physical = location.putObject("physicalLocation");
        artifact(physical.putObject("artifactLocation"), file);
        if (place.line() > 0) {
            region(physical.putObject("region"), place);
        }
    }

    private static void artifact(ObjectNode artifact, String file) {
        boolean isAbsolute = file.startsWith("/");
        artifact.put("uri", isAbsolute ? "file://" + escaped(file) : escaped(file));
        if (!isAbsolute) {
            artifact.put("uriBaseId", "%SRCROOT%");
        }
    }

    private static String escaped(String path) {
        try {
            return new URI(null, null, path.startsWith("/") ? path : "/" + path, null)
                    .toASCIIString()
                    .substring(path.startsWith("/") ? 0 : 1);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path must be part of an address", e);
        }
    }

    private static void region(ObjectNode region, Place place) {
        region.put("startLine", place.line());
        region.put("startColumn", place.column());
        region.put("endColumn", place.column() + place.length());
    }
}
