package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.DocumentKind;
import dev.foreshock.scenarios.Note;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.source.Unavailable;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.Site;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens documents: each with the documents below it, merged by the one law. */
public final class Documents {

    private static final int DEEPEST = 50;

    private final Catalog catalog;
    private final Report report;

    /** The documents that are being opened, outermost first, with the place that asked for each. */
    private final Map<Location, Place> opening = new LinkedHashMap<>();

    public Documents(Catalog catalog, Report report) {
        this.catalog = catalog;
        this.report = report;
    }

    /**
     * Opens a document.
     *
     * @param asked the place in another file that asked for it; null if it was asked for from outside
     * @return the document, or null; the report then says why
     */
    public @Nullable Document open(Location location, @Nullable Place asked) {
        if (opening.size() >= DEEPEST && !opening.containsKey(location)) {
            report.add(
                    Code.LIMIT,
                    asked == null ? Place.whole(location.shown()) : asked,
                    "documents must not lie more than " + DEEPEST + " deep over one another",
                    "merge some of them into one");
            return null;
        }
        if (opening.containsKey(location)) {
            cycle(location, asked);
            return null;
        }
        opening.put(location, asked == null ? Place.whole(location.shown()) : asked);
        try {
            MapNode file = Files.read(location, asked, report);
            DocumentKind kind = file == null || !Header.check(file, report) ? null : kind(file);
            return file == null || kind == null ? null : overItsBase(file, kind, location);
        } finally {
            opening.remove(location);
        }
    }

    /** Opens a document that must be of {@code kind}. */
    @Nullable
    Document open(Location location, Place asked, DocumentKind kind) {
        Document document = open(location, asked);
        if (document != null && document.kind() != kind) {
            report.add(
                    Code.DOCUMENT,
                    asked,
                    Document.text(kind) + " is needed here, but " + location.shown() + " is "
                            + Document.text(document.kind()),
                    "");
            return null;
        }
        return document;
    }

    private @Nullable DocumentKind kind(MapNode file) {
        boolean isSystem = file.value("system") instanceof TextNode;
        DocumentKind kind = file.entry("scenario") != null
                ? DocumentKind.SCENARIO
                : file.entry("overlay") != null
                        ? DocumentKind.OVERLAY
                        : isSystem
                                ? DocumentKind.SYSTEM
                                : file.value("target") instanceof TextNode ? DocumentKind.TARGET : null;
        // A file of sections alone is most likely a scenario without its name, and is then told so.
        return kind == null ? DocumentKind.SCENARIO : kind;
    }

    private @Nullable Document overItsBase(MapNode file, DocumentKind kind, Location location) {
        MapNode known = known(file, kind);
        if (known.entry("from") == null) {
            return new Document(kind, known, location);
        }
        MapNode own = known.without("from");
        Node from = known.value("from");
        if (from == null) {
            return new Document(kind, own, location);
        } else if (!(from instanceof TextNode name)) {
            report.add(Code.SHAPE, from.site().place(), "'from' must be a file, but was " + from.shape(), "");
            return null;
        } else {
            Document base = base(name, location, kind);
            return base == null ? null : new Document(kind, over(base.tree(), own), location);
        }
    }

    private @Nullable Document base(TextNode name, Location here, DocumentKind kind) {
        Location location = sibling(name, here);
        return location == null ? null : open(location, name.site().place(), kind);
    }

    /** Returns the file that {@code name} means from {@code here}; null if it cannot be one, or is in the library instead. */
    @Nullable
    Location sibling(TextNode name, Location here) {
        try {
            Location location = here.sibling(name.text());
            if (!location.exists() && here.libraryFile(name.text()).exists()) {
                report.add(
                        Code.FILE,
                        name.site().place(),
                        "the file must exist, but there is no " + location.shown(),
                        "the library has one: write from: library:" + name.text());
                return null;
            }
            return location;
        } catch (Unavailable e) {
            report.add(e.code(), name.site().place(), e.text(), e.help());
            return null;
        }
    }

    private MapNode known(MapNode file, DocumentKind kind) {
        List<String> keys = new ArrayList<>();
        switch (kind) {
            case SCENARIO -> keys.addAll(Sections.keys(ScenarioHead.class, Scenario.class));
            case SYSTEM -> keys.addAll(Sections.keys(SystemHead.class));
            case OVERLAY -> {
                keys.addAll(Sections.keys(OverlayHead.class));
                keys.addAll(Sections.CHANGEABLE);
            }
            case TARGET -> keys.addAll(Sections.keys(TargetHead.class, TargetSpec.class));
        }
        if (kind == DocumentKind.SCENARIO || kind == DocumentKind.OVERLAY) {
            keys.addAll(Reserved.sections().keySet());
        }
        return Header.known(file, keys, Document.text(kind), report);
    }

    /** Returns the sections of one document changed by those of another. */
    MapNode over(MapNode base, MapNode change) {
        sameSemantics(base, change);
        Merge merge = new Merge(catalog, name -> thing(name, change, base));
        Map<String, MapNode.Entry> result = new LinkedHashMap<>(base.byName());
        for (MapNode.Entry entry : change.entries()) {
            String name = entry.key().text();
            MapNode.Entry below = base.entry(name);
            Node value = merge.merge(below == null ? null : below.value(), entry.value(), Sections.type(name));
            result.put(name, new MapNode.Entry(entry.key(), value));
        }
        return new MapNode(change.site(), result);
    }

    /** Returns what the name after {@code like} means in documents, the first of which counts most; null if nothing. */
    static @Nullable MapNode thing(String name, MapNode... documents) {
        for (MapNode document : documents) {
            for (String section : new String[] {"classes", "components"}) {
                if (document.value(section) instanceof MapNode things && things.value(name) instanceof MapNode thing) {
                    return thing;
                }
            }
        }
        return null;
    }

    /** Requires that two documents that become one are written for the same version of the model. */
    void sameSemantics(MapNode one, MapNode other) {
        if (one.value("semantics") instanceof TextNode first
                && other.value("semantics") instanceof TextNode second
                && !first.text().equals(second.text())) {
            report.add(
                    Code.SEMANTICS_DIFFER,
                    first.site().place(),
                    "'semantics' must be that of the file that uses this one, " + second.text() + ", but was "
                            + first.text(),
                    "foreshock migrate brings files to the newest; docs/reference/semantics.md says what differs",
                    new Note("the other is here", second.site().place()));
        }
    }

    private void cycle(Location location, @Nullable Place asked) {
        Place place = asked == null ? Place.whole(location.shown()) : asked;
        List<String> names = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        opening.forEach((file, from) -> {
            names.add(file.shown());
            if (from.line() > 0) {
                notes.add(new Note(file.shown() + " is asked for here", from));
            }
        });
        names.add(location.shown());
        report.add(
                Code.LAYER_CYCLE,
                place,
                "documents must not lead back to themselves, but do: " + String.join(" -> ", names),
                "move what both need into a file of its own",
                notes);
    }

    /** Returns where {@code site}'s file is, or {@code otherwise} for a text from nowhere. */
    static Location location(Site site, Location otherwise) {
        Location location = site.source().location();
        return location == null ? otherwise : location;
    }
}
