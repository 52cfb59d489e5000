package dev.foreshock.scenarios.internal.migrate;

import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A made-up history of the language, and what each change means for the content of a file. */
final class ToyMigrations {

    /** Version 2: {@code pool} is called {@code connections}. */
    static final Migration RENAMED = toy(Axis.LANGUAGE, "1", "2", (file, pen) -> {
        List<Edit> edits = new ArrayList<>();
        visit(file.root(), (map, entry) -> {
            if (entry.key().text().equals("pool")) {
                edits.add(pen.rename(entry, "connections"));
            }
        });
        return edits;
    });

    /** Version 3: {@code timeout: X} is written {@code timeout: { limit: X }}; whatever X was, it is 7 now. */
    static final Migration RESHAPED = toy(Axis.LANGUAGE, "2", "3", (file, pen) -> {
        List<Edit> edits = new ArrayList<>();
        visit(file.root(), (map, entry) -> {
            if (entry.key().text().equals("timeout")) {
                edits.add(pen.replace(entry, "{ limit: 7 }"));
            }
        });
        return edits;
    });

    /** Version 4: the first part of {@code crew} moves up behind it and is called {@code moved}. */
    static final Migration MOVED = toy(Axis.LANGUAGE, "3", "4", (file, pen) -> {
        MapNode.Entry crew = file.root().entry("crew");
        if (crew == null || !(crew.value() instanceof MapNode parts) || parts.entry("members") == null) {
            return List.of();
        }
        return pen.move(parts, parts.byName().get("members"), "moved", file.root(), crew);
    });

    /** Model 2026.2: {@code obsolete} goes, and whatever has a {@code size} says its {@code mode}. */
    static final Migration CLEANED = toy(Axis.SEMANTICS, "2026.1", "2026.2", (file, pen) -> {
        List<Edit> edits = new ArrayList<>();
        visit(file.root(), (map, entry) -> {
            if (entry.key().text().equals("obsolete")) {
                edits.add(pen.delete(map, entry));
            } else if (entry.key().text().equals("size")) {
                edits.add(pen.insertAfter(map, entry, "mode: old"));
            }
        });
        return edits;
    });

    /** Model 2026.10: nothing but the version. */
    static final Migration NOTHING = toy(Axis.SEMANTICS, "2026.2", "2026.10", (file, pen) -> List.of());

    static final List<Migration> ALL = List.of(RENAMED, CLEANED, RESHAPED, NOTHING, MOVED);

    private ToyMigrations() {}

    static Migrator upTo(int count) {
        return new Migrator(new Migrations("1", "2026.1", ALL.subList(0, count)));
    }

    static Migrator only(Migration migration) {
        return new Migrator(new Migrations(
                migration.axis() == Axis.LANGUAGE ? migration.from() : "1",
                migration.axis() == Axis.SEMANTICS ? migration.from() : "2026.1",
                List.of(migration)));
    }

    /** Returns what a file with this content says after all of them, worked out without any text. */
    static Map<String, Object> expected(Map<String, Object> content) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (content.isEmpty()) {
            return result;
        }
        ((Map<?, ?>) reworked(content)).forEach((key, value) -> result.put(key.toString(), value));
        if (result.get("crew") instanceof Map<?, ?> crew && crew.containsKey("members")) {
            Map<Object, Object> rest = new LinkedHashMap<>(crew);
            result.put("moved", rest.remove("members"));
            result.put("crew", rest.isEmpty() ? "null" : rest);
        }
        return result;
    }

    private static Object reworked(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<Object, Object> result = new LinkedHashMap<>();
        map.forEach((key, inner) -> {
            switch (String.valueOf(key)) {
                case "pool" -> result.put("connections", reworked(inner));
                case "timeout" -> result.put(key, Map.of("limit", "7"));
                case "size" -> {
                    result.put(key, inner);
                    result.put("mode", "old");
                }
                case "obsolete" -> {}
                default -> result.put(key, reworked(inner));
            }
        });
        return result.isEmpty() ? "null" : result;
    }

    private static void visit(Node node, java.util.function.BiConsumer<MapNode, MapNode.Entry> visitor) {
        if (node instanceof MapNode map) {
            map.entries().forEach(entry -> {
                visitor.accept(map, entry);
                if (!List.of("obsolete", "timeout").contains(entry.key().text())) {
                    visit(entry.value(), visitor);
                }
            });
        } else if (node instanceof ListNode list) {
            list.items().forEach(item -> visit(item, visitor));
        }
    }

    private static Migration toy(Axis axis, String from, String to, BiFunction<LocatedFile, Pen, List<Edit>> edits) {
        return new Migration() {
            @Override
            public Axis axis() {
                return axis;
            }

            @Override
            public String from() {
                return from;
            }

            @Override
            public String to() {
                return to;
            }

            @Override
            public String what() {
                return "a toy";
            }

            @Override
            public List<Edit> edits(LocatedFile file) {
                return edits.apply(file, new Pen(file));
            }
        };
    }
}
