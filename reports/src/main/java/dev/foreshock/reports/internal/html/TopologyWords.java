package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.reports.internal.account.Part;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a drawing of a system says, in words.
 *
 * @param roles the parts, and what became of them
 * @param layers how many layers they are drawn in
 * @param calls how many lines there are
 */
record TopologyWords(Roles roles, int layers, int calls) {
    String sentence() {
        List<Part> components = components();
        String size = components.size()
                + (components.size() == 1 ? " component, " : " components, ")
                + calls
                + (calls == 1 ? " kind of call." : " kinds of calls.");
        if (roles.first().isEmpty()) {
            return components.stream()
                    .max(Comparator.comparingInt(
                            part -> roles.direct(part.name()).size()))
                    .map(part -> "Nothing broke. " + part.name() + " is called by most: "
                            + Names.of(roles.direct(part.name())) + ". " + size)
                    .orElse(size);
        }
        Set<String> callers = new TreeSet<>(roles.callers(roles.first()));
        callers.remove(roles.first());
        long others = components.stream()
                .filter(part -> callers.contains(part.name()))
                .count();
        List<String> users = roles.parts().stream()
                .filter(part -> part.kind().equals(Part.USERS) && callers.contains(part.name()))
                .map(Part::name)
                .toList();
        String crashed = roles.parts().stream()
                .map(Part::name)
                .filter(name -> roles.crashes().containsKey(name) && !name.equals(roles.first()))
                .collect(Collectors.joining(", "));
        return "First to fail was " + roles.first() + ", which is called, directly or through others (thick lines), by "
                + others
                + " of the " + (components.size() - 1) + " other components"
                + (users.isEmpty() ? "" : " and for these users: " + String.join(", ", users)) + "."
                + (crashed.isEmpty() ? " " : " Crashed too: " + crashed + ". ") + size;
    }

    private List<Part> components() {
        return roles.parts().stream()
                .filter(part -> !part.kind().equals(Part.USERS))
                .toList();
    }

    /** Says what the outlines mean that are there. */
    String legend() {
        Set<String> kinds = new TreeSet<>();
        roles.parts().forEach(part -> kinds.add(part.kind()));
        return kinds.stream()
                .map(kind -> switch (kind) {
                    case "users" -> "pointed on both sides: users";
                    case "balancer" -> "pointed on the right: balancer";
                    case "queue" -> "slanted: queue";
                    case "database" -> "double lines: database";
                    case "opaque" -> "dashed: opaque";
                    case "server" -> "plain: server";
                    default -> kind;
                })
                .collect(Collectors.joining(" · "));
    }

    String table() {
        Table table = new Table("Who calls whom", "part", "kind", "calls", "called by", "what became of it");
        for (Part part : roles.parts()) {
            table.row(
                    escape(part.name()),
                    escape(part.kind()),
                    cell(part.calls()),
                    cell(roles.direct(part.name())),
                    cell(roles.fates(part.name())));
        }
        return table.toString();
    }

    private static String cell(List<String> names) {
        return names.isEmpty() ? "–" : escape(String.join(", ", names));
    }
}
