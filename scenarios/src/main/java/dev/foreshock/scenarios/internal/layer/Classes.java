package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Note;
import dev.foreshock.scenarios.internal.read.DescriptionReader;
import dev.foreshock.scenarios.internal.read.Factor;
import dev.foreshock.scenarios.internal.read.Knobs;
import dev.foreshock.scenarios.internal.read.Shape;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.Layer;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts what components are {@code like}, and the defaults that match them, below what they say themselves. */
final class Classes {

    private static final int LONGEST_CHAIN = 100;

    /** What can be said of a value whatever else there is. */
    private static final Set<Code> OF_A_VALUE = EnumSet.of(Code.RANGE, Code.UNIT, Code.WORD, Code.VALUE, Code.SHAPE);

    private final Catalog catalog;
    private final Quota quota;
    private final Report report;

    Classes(Catalog catalog, Quota quota, Report report) {
        this.quota = quota;
        this.catalog = catalog;
        this.report = report;
    }

    /** Returns the sections without classes, defaults and {@code like}. */
    MapNode expand(MapNode root) {
        MapNode rest = root.without("classes").without("defaults");
        MapNode.Entry entry = root.entry("components");
        if (entry == null || !(entry.value() instanceof MapNode components)) {
            return rest;
        }
        MapNode classes = section(root, "classes");
        clashes(classes, components);
        Likeness likeness = new Likeness(root, classes, components);
        Map<String, MapNode.Entry> result = new LinkedHashMap<>();
        for (MapNode.Entry component : components.entries()) {
            Node value = component.value() instanceof MapNode map ? likeness.resolved(map) : component.value();
            result.put(component.key().text(), new MapNode.Entry(component.key(), value));
        }
        List<MapNode.Entry> idle = classes.entries().stream()
                .filter(each -> likeness.isUnused(each.key()) && !likeness.isTooLong)
                .toList();
        for (MapNode.Entry unused : idle) {
            if (!unused.key().text().startsWith("x-") && isClass(unused) && unused.value() instanceof MapNode map) {
                unused(unused.key(), map, likeness.resolved(map), root);
                known(unused.key(), map, likeness);
            }
        }
        MapNode alike = new MapNode(components.site(), result);
        return rest.with(entry.key(), new Defaults(catalog, root.value("defaults"), quota, report).below(alike));
    }

    /** Requires of a class that nothing is like that it could be one: nothing else looks at it. */
    private boolean isClass(MapNode.Entry entry) {
        if (!Knobs.isName(entry.key().text())) {
            report.add(
                    Code.NAME,
                    entry.key().site().place(),
                    "the name of a class must be made of letters, digits, hyphens, dots and underscores, but was "
                            + entry.key().shape(),
                    "");
            return false;
        } else if (!(entry.value() instanceof MapNode) && !entry.value().isNull()) {
            report.add(
                    Code.SHAPE,
                    entry.value().site().place(),
                    "the class '" + entry.key().text() + "' must be a map of settings, but was "
                            + entry.value().shape(),
                    "");
            return false;
        }
        return true;
    }

    /** Says that nothing is like a class, and what is wrong with its values: nothing else reads them. */
    private void unused(TextNode name, MapNode own, MapNode whole, MapNode root) {
        report.add(
                Code.UNUSED,
                name.site().place(),
                "the class '" + name.text() + "' is used by no component",
                "write like: " + name.text() + " where its settings are needed, or take it out");
        Shape shape = new Merge(catalog, other -> Documents.thing(other, root)).shape(own, ComponentSpec.class);
        if (shape == null) {
            return;
        }
        MapNode values = whole.without("is");
        for (MapNode.Entry entry : whole.entries()) {
            boolean isRelative = entry.value() instanceof TextNode text && Factor.of(text.text()) != null;
            boolean isOther = shape.setting(entry.key().text()) == null;
            values = isRelative || isOther ? values.without(entry.key().text()) : values;
        }
        Knobs knobs = Knobs.of(root.value("knobs") instanceof MapNode map ? map : null);
        Report found = new Report();
        new DescriptionReader(catalog).read(values, shape.type().asSubclass(Record.class), name.text(), knobs, found);
        report.addAll(found, each -> OF_A_VALUE.contains(each.code()));
    }

    /** Reports settings that no component could have; those of classes in use are found where they are used. */
    private void known(TextNode name, MapNode own, Likeness likeness) {
        Shape shape = likeness.merge.shape(own, ComponentSpec.class);
        Set<String> keys = new TreeSet<>(Sections.keys(ComponentSelf.class));
        keys.add("is");
        for (Kind<?> kind : catalog.of(ComponentSpec.class)) {
            if (shape == null || shape.type() == kind.type()) {
                keys.addAll(Shape.of(kind.type()).keys());
            }
        }
        Header.known(own, List.copyOf(keys), "'" + name.text() + "'", report);
    }

    private MapNode section(MapNode root, String name) {
        Node section = root.value(name);
        if (section != null && !(section instanceof MapNode)) {
            report.add(
                    Code.SHAPE,
                    section.site().place(),
                    "'" + name + "' must be a map from names to settings, but was " + section.shape(),
                    "");
        }
        return section instanceof MapNode map ? map : MapNode.empty(root.site());
    }

    private void clashes(MapNode classes, MapNode components) {
        for (MapNode.Entry known : classes.entries()) {
            MapNode.Entry other = components.entry(known.key().text());
            if (other != null && !other.value().isNull()) {
                report.add(
                        Code.CLASH,
                        other.key().site().place(),
                        "a class and a component must not have one name, but '"
                                + other.key().text() + "' is both",
                        "rename one of the two",
                        new Note("the class is here", known.key().site().place()));
            }
        }
    }

    /** Follows what things are like. */
    private final class Likeness {

        private final MapNode classes;
        private final MapNode components;
        private final Merge merge;
        private final List<TextNode> chain = new ArrayList<>();
        private final Set<String> used = new HashSet<>();
        private boolean isTooLong;

        Likeness(MapNode root, MapNode classes, MapNode components) {
            this.classes = classes;
            this.components = components;
            this.merge = new Merge(catalog, name -> Documents.thing(name, root));
        }

        boolean isUnused(TextNode name) {
            return !used.contains(name.text());
        }

        /** Returns the settings of a thing with those of what it is like below them. */
        MapNode resolved(MapNode own) {
            MapNode.Entry entry = own.entry("like");
            MapNode rest = own.without("like");
            if (entry == null || entry.value().isNull()) {
                return rest;
            }
            if (!(entry.value() instanceof TextNode like)) {
                report.add(
                        Code.SHAPE,
                        entry.value().site().place(),
                        "'like' must be the name of a class or component, but was "
                                + entry.value().shape(),
                        "");
                return rest;
            }
            MapNode model = model(like);
            used.add(like.text());
            boolean fits = model != null && quota.allows(model, like.site()) && enter(like);
            return model == null || !fits ? rest : over(like, model, rest);
        }

        private MapNode over(TextNode like, MapNode model, MapNode rest) {
            MapNode below = resolved(model).without("was");
            chain.remove(chain.size() - 1);
            Node lent = Relayer.in(new Layer(Layer.Kind.CLASS, like.text()), below);
            return merge.merge(lent, rest, ComponentSpec.class) instanceof MapNode both ? both : rest;
        }

        private @Nullable MapNode model(TextNode like) {
            for (MapNode things : List.of(classes, components)) {
                if (things.value(like.text()) instanceof MapNode model) {
                    return model;
                }
            }
            List<String> names = new ArrayList<>(classes.declared());
            names.addAll(components.declared());
            report.add(
                    Code.DANGLING,
                    like.site().place(),
                    "'" + like.text() + "' is neither a class nor a component of this system",
                    Spelling.hint(like.text(), "classes and components", names));
            return null;
        }

        private boolean enter(TextNode like) {
            for (TextNode before : chain) {
                if (before.text().equals(like.text())) {
                    report.add(
                            Code.LAYER_CYCLE,
                            like.site().place(),
                            "a thing must not be like itself, but '" + like.text() + "' is, by way of "
                                    + String.join(
                                            " -> ",
                                            chain.stream().map(TextNode::text).toList()),
                            "put what they share into a class",
                            chain.stream()
                                    .map(each -> new Note(
                                            "like " + each.text() + " here",
                                            each.site().place()))
                                    .toList());
                    return false;
                }
            }
            if (chain.size() == LONGEST_CHAIN && isTooLong) {
                return false;
            } else if (chain.size() == LONGEST_CHAIN) {
                isTooLong = true;
                report.add(
                        Code.LIMIT,
                        like.site().place(),
                        "a chain of things that are like others must not be longer than " + LONGEST_CHAIN,
                        "");
                return false;
            }
            chain.add(like);
            return true;
        }
    }
}
