package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.describe.Problem;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Note;
import dev.foreshock.scenarios.internal.recording.Shelf;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.scalar.Texts;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.ScaledNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a description record from a tree, has it inspected, and says where in the file each problem is. Reads a recording
 * once, however often it is named. Not thread-safe.
 */
public final class DescriptionReader {

    private final Catalog catalog;
    private final Shelf recordings = new Shelf();
    private final StandIns standIns;

    public DescriptionReader(Catalog catalog) {
        this.catalog = catalog;
        this.standIns = new StandIns(catalog);
    }

    /**
     * Reads a record.
     *
     * @param tree the tree
     * @param type the record
     * @param subject what messages call it
     * @param knobs what its numbers may refer to; learns what it meets
     * @return the record, or null if anything is wrong; the report then says what
     */
    public <T extends Record> @Nullable T read(
            MapNode tree, Class<T> type, String subject, Knobs knobs, Report report) {
        Report own = new Report();
        T value = read(tree, type, subject, new Notes(own, recordings, knobs), own);
        report.addAll(own);
        return value;
    }

    private <T extends Record> @Nullable T read(MapNode tree, Class<T> type, String subject, Notes notes, Report own) {
        Finder finder = new Finder(notes, tree);
        Object value = new Reader(catalog, notes, standIns)
                .read(tree, type, new Spot(subject, finder.find("").site(), ""));
        inspect(value, finder, notes, own);
        return own.hasErrors() ? null : type.cast(value);
    }

    /**
     * Reads a scenario, and warns of what is odd about it if it is sound.
     *
     * @param tree the tree
     * @param variant the variant that it is of; empty for none
     * @param knobs what its numbers may refer to; learns what it meets
     * @param oddities what was warned of already
     * @return the scenario, or null if anything is wrong; the report then says what
     */
    public @Nullable Scenario scenario(MapNode tree, String variant, Knobs knobs, Oddities oddities, Report report) {
        Report own = new Report();
        Notes notes = new Notes(own, recordings, knobs);
        Scenario scenario = read(tree, Scenario.class, "the scenario", notes, own);
        if (scenario != null) {
            oddities.warn(scenario, variant, new Finder(notes, tree), own);
        }
        report.addAll(own);
        return scenario;
    }

    /** Checks what is said of the knobs that nothing used so far. */
    public void checkUnused(Knobs knobs, Report report) {
        Notes notes = new Notes(report, recordings, knobs.apart());
        IdleKnobs idle = new IdleKnobs(notes, new Reader(catalog, notes, standIns)::amountForm);
        knobs.unused().forEach(idle::check);
    }

    /** Reads a scenario without a look for what is odd about it. */
    public @Nullable Scenario sound(MapNode tree, Knobs knobs, Report report) {
        return read(tree, Scenario.class, "the scenario", knobs, report);
    }

    /** Reads a record whose numbers refer to no knobs. */
    public <T extends Record> @Nullable T read(MapNode tree, Class<T> type, String subject, Report report) {
        return read(tree, type, subject, Knobs.of(null), report);
    }

    private static void inspect(Object value, Finder finder, Notes notes, Report report) {
        for (Problem problem : Inspector.inspect(value)) {
            Finder.Found found = finder.find(atComponents(problem.path()));
            // What stands in for a mistake is not the author's.
            boolean isOurs = notes.isMistaken(found.node())
                    || holdsMistake(found.node(), notes)
                    || notes.isAboutLost(problem.message())
                    || (notes.isIncomplete() && problem.flaw() != Flaw.RANGE);
            if (!isOurs) {
                report.add(
                        code(problem),
                        found.site().place(),
                        inWords(problem, finder),
                        problem.help(),
                        below(found.node()));
            }
        }
    }

    /**
     * Returns the message; of a setting that the file does not name, as a single value stands for the whole that it is of, by the name that it
     * does: {@code pages: 0} says nothing of a {@code value}.
     */
    private static String inWords(Problem problem, Finder finder) {
        String path = atComponents(problem.path());
        String named = path;
        for (int dot = named.lastIndexOf('.'); dot > 0; dot = named.lastIndexOf('.')) {
            String whole = named.substring(0, dot);
            Node node = finder.find(whole).node();
            if (!(node instanceof TextNode)
                    || !node.site().equals(finder.find(path).node().site())) {
                break;
            }
            named = whole;
        }
        String subject = "'" + lastOf(path) + "' ";
        return problem.message().startsWith(subject)
                ? "'" + lastOf(named) + "' " + problem.message().substring(subject.length())
                : problem.message();
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Returns where the value is that a relative one is about. */
    private static List<Note> below(Node node) {
        return node instanceof ScaledNode scaled
                        && !Texts.isNowhere(scaled.base().site())
                ? List.of(new Note(
                        "the value below it is here", scaled.base().site().place()))
                : List.of();
    }

    private static String atComponents(String path) {
        return path.startsWith("components.") ? "system." + path : path;
    }

    private static boolean holdsMistake(Node node, Notes notes) {
        MapNode map = notes.asMap(node);
        return map != null && map.entries().stream().anyMatch(entry -> notes.isMistaken(entry.value()));
    }

    private static Code code(Problem problem) {
        return switch (problem.flaw()) {
            case RANGE -> Code.RANGE;
            case DANGLING -> Code.DANGLING;
            case CONFLICT -> Code.CONFLICT;
            case CYCLE -> Code.CYCLE;
            case UNJUDGEABLE -> Code.UNJUDGEABLE;
        };
    }
}
