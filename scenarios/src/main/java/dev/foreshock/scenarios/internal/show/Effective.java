package dev.foreshock.scenarios.internal.show;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.Shown;
import dev.foreshock.scenarios.internal.layer.ComponentSelf;
import dev.foreshock.scenarios.internal.layer.Merge;
import dev.foreshock.scenarios.internal.layer.ScenarioHead;
import dev.foreshock.scenarios.internal.layer.Sections;
import dev.foreshock.scenarios.internal.read.Amounts;
import dev.foreshock.scenarios.internal.read.Knobs;
import dev.foreshock.scenarios.internal.read.Setting;
import dev.foreshock.scenarios.internal.read.Shape;
import dev.foreshock.scenarios.internal.scalar.Texts;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.ScaledNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the sections of a scenario, defaults included, as one file. */
public final class Effective {

    private final Merge merge;
    private final Knobs knobs;
    private final Scribe scribe = new Scribe();

    private Effective(Catalog catalog, Knobs knobs) {
        this.merge = new Merge(catalog);
        this.knobs = knobs;
    }

    /** Returns the lines of the file that {@code root} is. */
    public static List<Shown.Line> of(MapNode root, Catalog catalog, Knobs knobs) {
        Effective effective = new Effective(catalog, knobs);
        effective.sections(root);
        return effective.scribe.lines();
    }

    private void sections(MapNode root) {
        List<String> keys = Sections.keys(ScenarioHead.class, Scenario.class);
        for (String key : new String[] {"foreshock", "semantics", "scenario", "about", "clock"}) {
            section(root, key);
        }
        keys.stream()
                .filter(key -> !List.of(
                                "foreshock",
                                "semantics",
                                "scenario",
                                "about",
                                "clock",
                                "system",
                                "variants",
                                "compare",
                                "from")
                        .contains(key))
                .forEach(key -> section(root, key));
    }

    private void section(MapNode root, String key) {
        MapNode.Entry entry = root.entry(key);
        Setting setting = Shape.of(Scenario.class).setting(key);
        Type type = Sections.type(key);
        if (entry != null && !entry.value().isNull()) {
            if (!(entry.value() instanceof MapNode map) || !map.declared().isEmpty()) {
                value(0, entry, type, key.equals("components") ? "" : key);
            }
        } else if (setting != null && setting.fallback() != null) {
            builtIn(0, setting, key);
        }
    }

    private void value(int depth, MapNode.Entry entry, @Nullable Type type, String path) {
        Node node = entry.value();
        String key = entry.key().text();
        if (node instanceof MapNode map && !(type instanceof Class<?> one && Amounts.isAmount(one))) {
            scribe.name(depth, key, path);
            inside(depth + 1, map, type, path);
        } else if (node instanceof MapNode map) {
            scribe.name(depth, key, path);
            map.entries().stream()
                    .filter(each -> !each.value().isNull())
                    .forEach(each ->
                            value(depth + 1, each, null, path + "." + each.key().text()));
        } else if (node instanceof ScaledNode scaled && type != null) {
            Object amount = Amounts.value(scaled, type, knobs);
            String shown = amount == null ? scaled.written().text() : Amounts.text(amount);
            scribe.said(
                    depth,
                    key,
                    path,
                    Scribe.plain(shown),
                    node.site(),
                    scaled.written().text() + " of what is below");
        } else {
            scribe.said(depth, key, path, Scribe.flow(node), node.site(), remark(node));
        }
    }

    private String remark(Node node) {
        if (!(node instanceof TextNode text) || text.text().indexOf('$') < 0) {
            return "";
        }
        TextNode written = knobs.written(text, "");
        return written == null ? "" : "= " + written.text();
    }

    private void inside(int depth, MapNode map, @Nullable Type type, String path) {
        String before = path.isEmpty() ? "" : path + ".";
        if (type instanceof ParameterizedType generic && Merge.isNames(type)) {
            Type each = generic.getActualTypeArguments()[1];
            map.entries().stream()
                    .filter(entry -> isShown(entry))
                    .forEach(entry ->
                            value(depth, entry, each, before + entry.key().text()));
            return;
        }
        Shape shape = merge.shape(map, type);
        map.entries().stream()
                .filter(entry -> isShown(entry)
                        && (shape == null || shape.setting(entry.key().text()) == null))
                .forEach(entry -> value(
                        depth,
                        entry,
                        selfType(entry.key().text(), type),
                        before + entry.key().text()));
        for (Setting setting : shape == null ? List.<Setting>of() : shape.settings()) {
            MapNode.Entry entry = map.entry(setting.key());
            if (entry != null && (!entry.value().isNull() || setting.fallback() == null)) {
                value(depth, entry, setting.type(), before + setting.key());
            } else if (setting.fallback() != null) {
                builtIn(depth, setting, before + setting.key());
            }
        }
    }

    private static boolean isShown(MapNode.Entry entry) {
        return !entry.key().text().startsWith("x-");
    }

    private static @Nullable Type selfType(String key, @Nullable Type type) {
        Setting setting =
                type == ComponentSpec.class ? Shape.of(ComponentSelf.class).setting(key) : null;
        return setting == null ? null : setting.type();
    }

    private void builtIn(int depth, Setting setting, String path) {
        String fallback = String.valueOf(setting.fallback());
        if (!fallback.equals("{}")) {
            scribe.builtIn(depth, setting.key(), path, fallback);
            return;
        }
        scribe.name(depth, setting.key(), path);
        inside(depth + 1, MapNode.empty(Texts.node("").site()), setting.type(), path);
    }
}
