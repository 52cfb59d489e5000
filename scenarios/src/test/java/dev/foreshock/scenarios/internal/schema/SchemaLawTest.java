package dev.foreshock.scenarios.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.DocumentKind;
import dev.foreshock.scenarios.LanguageSchema;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.Mutator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schema and reader agree: what the reader accepts the schema accepts, so what the schema rejects the reader rejects; and
 * what the reader rejects the schema rejects too, unless the finding is one that no schema can see, by its code or by where it is ({@link Unseen}).
 */
class SchemaLawTest {

    private static final int MUTANTS = 1_000;
    private static final int MANY_MUTANTS = 50_000;

    private static final Map<DocumentKind, Schema> SCHEMAS = new EnumMap<>(Map.of(
            DocumentKind.SCENARIO, schema(LanguageSchema.scenario()),
            DocumentKind.SYSTEM, schema(LanguageSchema.system()),
            DocumentKind.OVERLAY, schema(LanguageSchema.overlay()),
            DocumentKind.TARGET, schema(LanguageSchema.target())));

    @TempDir
    Path directory;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> breaches = new ArrayList<>();
    private List<Corpus.Seed> seeds = List.of();

    @BeforeEach
    void copyTheFiles() throws IOException {
        seeds = Corpus.copyTo(directory);
    }

    @Test
    void schemaAndReaderAgreeOnEveryFile() throws IOException {
        for (Corpus.Seed seed : seeds) {
            compare(seed, Files.readString(seed.file(), StandardCharsets.ISO_8859_1), seed.toString());
        }
        conclude();
    }

    @Test
    void schemaAndReaderAgreeOnMutants() throws IOException {
        mutate(3, MUTANTS);
    }

    @Tag("nightly")
    @Test
    void schemaAndReaderAgreeOnManyMutants() throws IOException {
        mutate(4, MANY_MUTANTS);
    }

    /** Compares until {@code wanted} mutants parsed as YAML. */
    private void mutate(long seed, int wanted) throws IOException {
        int parsed = 0;
        for (int i = 0; parsed < wanted; i++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + i);
            Corpus.Seed original = seeds.get(random.nextInt(seeds.size()));
            byte[] bytes = Files.readAllBytes(original.file());
            byte[] mutant = Mutator.mutate(bytes, random);
            try {
                Files.write(original.file(), mutant);
                String name = "mutant " + i + " of seed " + seed + " (" + original.name() + ")";
                parsed += compare(original, new String(mutant, StandardCharsets.UTF_8), name) ? 1 : 0;
            } finally {
                Files.write(original.file(), bytes);
            }
        }
        conclude();
    }

    /** Tells whether the text could be compared. */
    private boolean compare(Corpus.Seed seed, String text, String name) {
        JsonNode json = YamlAsJson.parse(text);
        if (json == null) {
            return false;
        }
        LoadResult read = seed.read();
        List<Diagnostic> errors = read.errors();
        List<Diagnostic> own = errors.stream()
                .filter(found -> found.file().equals(seed.toString()))
                .toList();
        DocumentKind kind = seed.isOverlay() && json.has("overlay") ? DocumentKind.OVERLAY : read.kind();
        List<String> rejected = validate(kind, json);
        count("reader " + (errors.isEmpty() ? "accepts" : "rejects") + ", schema "
                + (rejected.isEmpty() ? "accepts" : "rejects"));
        if (errors.isEmpty() && !rejected.isEmpty()) {
            breach(name + " is read, but the schema rejects it: " + rejected + "\n" + text);
        }
        own.stream()
                .filter(found -> rejected.isEmpty() && !Unseen.codes().containsKey(found.code()))
                .filter(found -> !Whereabouts.of(found, text).isUnseen())
                .findFirst()
                .ifPresent(found -> breach(name + " is refused, but the schema accepts it: " + found.code() + " "
                        + found.message() + "\n    " + found.place().text() + "\n" + text));
        return true;
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void breach(String what) {
        breaches.add(what);
    }

    private void conclude() {
        assertThat(breaches).as("of %s", counts).isEmpty();
    }

    private static List<String> validate(DocumentKind kind, JsonNode json) {
        return SCHEMAS.get(kind).validate(json.toString(), InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
    }
}
