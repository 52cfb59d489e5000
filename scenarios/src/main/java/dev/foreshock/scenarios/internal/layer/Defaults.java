package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Note;
import dev.foreshock.scenarios.internal.read.Factor;
import dev.foreshock.scenarios.internal.read.Setting;
import dev.foreshock.scenarios.internal.read.Shape;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.Layer;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts settings that several things have in common below what each says itself. More specific selectors win; equally
 * specific ones must agree.
 */
final class Defaults {

    private static final List<String> PARTS =
            Shape.of(ScenarioHead.DefaultsForm.class).keys();

    private final Catalog catalog;
    private final Merge merge;
    private final Report report;
    private final Quota quota;
    private final List<Rule> ofComponents;
    private final List<Rule> ofCalls;
    private final Set<MapNode.Entry> used = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * What one selector says.
     *
     * @param key the selector, as written
     * @param selector the selector
     * @param settings what it says
     */
    private record Rule(TextNode key, Selector selector, MapNode settings) {}

    Defaults(Catalog catalog, @Nullable Node section, Quota quota, Report report) {
        this.quota = quota;
        this.catalog = catalog;
        this.merge = new Merge(catalog);
        this.report = report;
        MapNode parts = section instanceof MapNode map ? Header.known(map, PARTS, "'defaults'", report) : null;
        if (section != null && parts == null) {
            report.add(
                    Code.SHAPE,
                    section.site().place(),
                    "'defaults' must be a map with " + Spelling.listed(PARTS) + ", but was " + section.shape(),
                    "");
        }
        this.ofComponents = parts == null ? List.of() : rules(parts, "components");
        this.ofCalls = parts == null ? List.of() : rules(parts, "calls");
    }

    private List<Rule> rules(MapNode parts, String part) {
        List<Rule> rules = new ArrayList<>();
        Node section = parts.value(part);
        if (section instanceof MapNode map) {
            map.entries().stream()
                    .filter(entry -> !entry.key().text().startsWith("x-"))
                    .forEach(entry -> rule(entry, rules));
        } else if (section != null) {
            report.add(
                    Code.SHAPE,
                    section.site().place(),
                    "'" + part + "' must be a map from selectors to settings, but was " + section.shape(),
                    "");
        }
        rules.sort(Comparator.comparing((Rule rule) -> rule.selector().weight())
                .thenComparing(rule -> rule.key().text()));
        return rules;
    }

    private void rule(MapNode.Entry entry, List<Rule> rules) {
        TextNode key = entry.key();
        Selector selector = Selector.of(key.text());
        if (selector == null) {
            report.add(
                    Code.SELECTOR,
                    key.site().place(),
                    key.shape() + " is not a selector",
                    "such as \"*\", \"checkout.*\", tier=edge, or \"is=server zone!=b\"");
        } else if (entry.value() instanceof MapNode map) {
            Node lent = Relayer.in(new Layer(Layer.Kind.CLASS, "defaults " + key.text()), map);
            rules.add(new Rule(key, selector, (MapNode) lent));
        } else {
            report.add(
                    Code.SHAPE,
                    entry.value().site().place(),
                    "the defaults for " + key.shape() + " must be a map of settings, but were "
                            + (entry.value().isNull()
                                    ? "left empty"
                                    : entry.value().shape()),
                    "such as { timeout: 2s }; a null takes away only what a file below says");
        }
    }

    /** Returns the components with the defaults of components and of their calls below them. */
    MapNode below(MapNode components) {
        Map<String, MapNode.Entry> result = new LinkedHashMap<>();
        for (MapNode.Entry entry : components.entries()) {
            Node value = entry.value() instanceof MapNode map ? component(entry.key(), map) : entry.value();
            result.put(entry.key().text(), new MapNode.Entry(entry.key(), value));
        }
        Set<String> ofAnyKind = new TreeSet<>(Set.of("labels"));
        catalog.of(ComponentSpec.class)
                .forEach(kind -> ofAnyKind.addAll(Shape.of(kind.type()).keys()));
        unused(ofComponents, ofAnyKind);
        unused(ofCalls, Set.copyOf(Shape.of(CallSpec.class).keys()));
        return new MapNode(components.site(), result);
    }

    private MapNode component(TextNode name, MapNode own) {
        Map<String, String> labels = Labels.of(own);
        MapNode whole = with(own, name.text(), labels, ofComponents, ComponentSpec.class);
        if (ofCalls.isEmpty() || !(whole.value("calls") instanceof MapNode calls)) {
            return whole;
        }
        Map<String, MapNode.Entry> result = new LinkedHashMap<>();
        for (MapNode.Entry call : calls.entries()) {
            String dotted = name.text() + "." + call.key().text();
            Node value = call.value() instanceof MapNode map
                    ? with(map, dotted, labels, ofCalls, CallSpec.class)
                    : call.value();
            result.put(call.key().text(), new MapNode.Entry(call.key(), value));
        }
        MapNode.Entry key = whole.entry("calls");
        return key == null ? whole : whole.with(key.key(), new MapNode(calls.site(), result));
    }

    private MapNode with(MapNode own, String name, Map<String, String> labels, List<Rule> rules, Type type) {
        Node below = null;
        Map<String, Rule> last = new LinkedHashMap<>();
        for (Rule rule : rules) {
            if (rule.selector().matches(name, labels)
                    && quota.allows(rule.settings(), rule.key().site())) {
                MapNode known = known(rule, own, type);
                known.entries().forEach(entry -> agree(rule, entry, last));
                below = merge.merge(below, known, type);
            }
        }
        if (below instanceof MapNode lower) {
            multiples(lower, own, name, type);
        }
        return below != null && merge.merge(below, own, type) instanceof MapNode both ? both : own;
    }

    /** Reports multiples of nothing that what a thing says itself would hide. */
    private void multiples(MapNode below, MapNode own, String name, @Nullable Type type) {
        Shape shape = merge.shape(own, type);
        for (MapNode.Entry entry : below.entries()) {
            Node upper = own.value(entry.key().text());
            Setting setting = shape == null ? null : shape.setting(entry.key().text());
            if (setting != null && entry.value() instanceof MapNode one && upper instanceof MapNode two) {
                multiples(one, two, name, setting.type());
            } else if (setting != null
                    && upper != null
                    && setting.fallback() == null
                    && entry.value() instanceof TextNode text
                    && Factor.of(text.text(), setting.type(), catalog) != null) {
                report.add(
                        Code.VALUE,
                        text.site().place(),
                        "a default of '" + setting.key() + "' for '" + name
                                + "' must have a value below it to be relative to, but was " + text.shape(),
                        "give a less specific default, or write " + text.text() + " where the class gives the value");
            }
        }
    }

    /** Returns the settings that the kind of {@code own} has. */
    private MapNode known(Rule rule, MapNode own, Type type) {
        Shape shape = merge.shape(own, type);
        MapNode result = rule.settings();
        for (MapNode.Entry entry : rule.settings().entries()) {
            String key = entry.key().text();
            Setting setting = shape == null ? null : shape.setting(key);
            if (setting == null && !(key.equals("labels") && type == ComponentSpec.class)) {
                result = result.without(key);
            } else {
                used.add(entry);
            }
        }
        return result;
    }

    private void agree(Rule rule, MapNode.Entry entry, Map<String, Rule> last) {
        Rule before = last.put(entry.key().text(), rule);
        MapNode.Entry other =
                before == null ? null : before.settings().entry(entry.key().text());
        if (before != null
                && other != null
                && before.selector().weight() == rule.selector().weight()) {
            agree(rule, entry, before, other);
        }
    }

    private void agree(Rule rule, MapNode.Entry entry, Rule before, MapNode.Entry other) {
        if (entry.value() instanceof MapNode one && other.value() instanceof MapNode two) {
            for (MapNode.Entry inner : one.entries()) {
                MapNode.Entry same = two.entry(inner.key().text());
                if (same != null) {
                    agree(rule, inner, before, same);
                }
            }
        } else if (!written(entry.value()).equals(written(other.value()))) {
            report.add(
                    Code.CLASH,
                    entry.key().site().place(),
                    "'" + entry.key().text() + "' must have one default, but "
                            + rule.key().shape() + " and " + before.key().shape()
                            + " are equally specific and disagree",
                    "add a term to the one that shall win",
                    new Note("the other default is here", other.key().site().place()));
        }
    }

    private static String written(Node node) {
        return node instanceof TextNode text ? text.text() : node.shape();
    }

    /** Reports rules and settings of rules that concern nothing; {@code known} are the settings there are at all. */
    private void unused(List<Rule> rules, Set<String> known) {
        for (Rule rule : rules) {
            boolean isUsed = false;
            for (MapNode.Entry entry : rule.settings().entries()) {
                String key = entry.key().text();
                if (!known.contains(key) && !key.startsWith("x-")) {
                    report.add(
                            Code.UNKNOWN_SETTING,
                            entry.key().site().place(),
                            "'" + key + "' is not a setting of anything that defaults can be for",
                            Spelling.hint(key, "settings", known));
                    isUsed = true;
                }
                isUsed |= used.contains(entry);
            }
            if (!isUsed) {
                report.add(
                        Code.UNUSED,
                        rule.key().site().place(),
                        "the defaults for " + rule.key().shape() + " concern nothing here",
                        "no thing matches it that has these settings");
            }
        }
    }
}
