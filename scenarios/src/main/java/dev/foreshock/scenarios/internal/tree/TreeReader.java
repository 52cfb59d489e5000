package dev.foreshock.scenarios.internal.tree;

import dev.foreshock.engine.describe.Printable;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Note;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.SourceText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds the tree of a YAML text. Takes YAML 1.2 less what makes a file hard to follow: no anchors, tags, merge keys or
 * second documents; and with a limit on its depth.
 */
public final class TreeReader {

    /** How deep maps and lists may be nested. */
    public static final int DEEPEST = 100;

    private final SourceText source;
    private final Report report;
    private final Iterator<Event> events;

    private TreeReader(SourceText source, Report report, Iterator<Event> events) {
        this.source = source;
        this.report = report;
        this.events = events;
    }

    /**
     * Reads the text of a file.
     *
     * @return the tree, or null if the text is none; the report then says why
     */
    public static @Nullable Node read(SourceText source, String text, Report report) {
        Node root = value(source, text, report);
        if (root != null && root.isNull()) {
            report.add(Code.EMPTY, firstPlace(source), "the file must say something, but is empty", "");
            return null;
        }
        return root;
    }

    /**
     * Reads {@code text}, which stands in {@code source} and may be a null.
     *
     * @return the tree, or null if the text is none; the report then says why
     */
    public static @Nullable Node value(SourceText source, String text, Report report) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(source.name())
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .setUseMarks(true)
                    .build();
            return new TreeReader(
                            source,
                            report,
                            new Parse(settings).parseString(text).iterator())
                    .document();
        } catch (Refused refused) {
            report.add(refused.code, refused.place, refused.text(), refused.help);
            return null;
        } catch (RuntimeException e) {
            YamlErrors.report(e, source, text, report);
            return null;
        }
    }

    private Node document() throws Refused {
        events.next(); // start of the stream
        Event start = events.next();
        if (start.getEventId() == Event.ID.StreamEnd) {
            throw new Refused(Code.EMPTY, firstPlace(source), "the file must say something, but is empty", "");
        }
        Node root = node(events.next(), 0);
        events.next(); // end of the document
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw new Refused(
                    Code.SEVERAL_DOCUMENTS,
                    site(after).place(),
                    "the file must hold one document, but here is another",
                    "put it in a file of its own");
        }
        return root;
    }

    private static Place firstPlace(SourceText source) {
        return new Place(source.name(), 1, 1, 1, source.line(1));
    }

    private Node node(Event event, int depth) throws Refused {
        refuseSharing(event);
        if (event instanceof ScalarEvent scalar) {
            boolean flow = scalar.isDQuoted() || scalar.isSQuoted();
            return new TextNode(site(event), scalar.getValue(), !scalar.isPlain(), flow ? 1 : 0);
        }
        if (depth >= DEEPEST) {
            throw new Refused(
                    Code.DEPTH, site(event).place(), "maps and lists must not be nested deeper than " + DEEPEST, "");
        }
        return event instanceof SequenceStartEvent ? list(event, depth) : map(event, depth);
    }

    private ListNode list(Event start, int depth) throws Refused {
        List<Node> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event, depth + 1));
            event = events.next();
        }
        return new ListNode(site(start, event), items);
    }

    private MapNode map(Event start, int depth) throws Refused {
        Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            Node key = node(event, depth + 1);
            Node value = node(events.next(), depth + 1);
            add(entries, key, value);
            event = events.next();
        }
        return new MapNode(site(start, event), BrokenCalls.mend(entries, report));
    }

    private void add(Map<String, MapNode.Entry> entries, Node key, Node value) throws Refused {
        if (!(key instanceof TextNode name) || key.isNull() || name.text().isEmpty()) {
            throw new Refused(Code.KEY, key.site().place(), "a key must be a name, but was " + key.shape(), "");
        } else if (name.text().equals("<<") && !name.quoted()) {
            report.add(
                    Code.MERGE_KEY,
                    name.site().place(),
                    "'<<' must not be used: a file says everything once, or takes it 'from' another",
                    "write the settings out");
        } else if (entries.get(name.text()) != null) {
            MapNode.Entry first = entries.get(name.text());
            report.add(
                    Code.DUPLICATE_KEY,
                    name.site().place(),
                    "'" + name.text() + "' must be given once, but is here again",
                    "remove one of the two",
                    new Note("the first is here", first.key().site().place()));
        } else {
            if (!Printable.isPrintable(name.text())) {
                report.add(
                        Code.NAME,
                        name.site().place(),
                        "a name must be made of characters that can be shown, but was " + name.shape(),
                        "leave out line breaks and control characters");
            }
            entries.put(name.text(), new MapNode.Entry(name, value));
        }
    }

    private void refuseSharing(Event event) throws Refused {
        if (event instanceof AliasEvent) {
            throw new Refused(Code.ANCHOR, site(event).place(), "an alias must not be used", "write the value out");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Refused(
                    Code.ANCHOR,
                    site(event).place(),
                    "an anchor must not be used",
                    "write values out where they are needed");
        }
        boolean tagged = (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof SequenceStartEvent list && list.getTag().isPresent())
                || (event instanceof MappingStartEvent map && map.getTag().isPresent());
        if (tagged) {
            throw new Refused(
                    Code.TAG, site(event).place(), "a tag must not be used", "leave it out: settings know their types");
        }
    }

    private Site site(Event event) {
        return site(event, event);
    }

    private Site site(Event first, Event last) {
        Mark start = first.getStartMark().orElseThrow();
        Mark end = last.getEndMark().orElseThrow();
        return new Site(source, start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
    }

    /** Ends the reading of a text. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Code code;
        private final transient Place place;
        private final String help;

        Refused(Code code, Place place, String message, String help) {
            super(message);
            this.code = code;
            this.place = place;
            this.help = help;
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }
}
