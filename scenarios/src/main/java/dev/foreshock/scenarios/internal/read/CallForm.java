package dev.foreshock.scenarios.internal.read;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes {@code kind(setting value, setting value)} and {@code from .. to} apart into the maps they stand for. */
final class CallForm {

    static final Pattern CALL = Pattern.compile("\\s*([\\p{L}][\\p{L}\\p{N}-]*)\\s*\\((.*)\\)\\s*", Pattern.DOTALL);

    private static final Pattern ARGUMENT =
            Pattern.compile("\\s*([\\p{L}][\\p{L}\\p{N}-]*)[\\s:=]+(\\S.*?)\\s*", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("\\s*(\\S.*?)\\s*\\.\\.\\s*(\\S.*?)\\s*", Pattern.DOTALL);

    private CallForm() {}

    /** Returns the map for a call; null if {@code text} is none. Complains about arguments without a name. */
    static @Nullable MapNode call(TextNode text, Report report) {
        Matcher call = CALL.matcher(text.text());
        if (!call.matches()) {
            return null;
        }
        MapNode map = MapNode.empty(text.site()).with(key("is", text), text.slice(call.start(1), call.end(1)));
        int depth = 0;
        int start = call.start(2);
        for (int i = call.start(2); i <= call.end(2); i++) {
            char c = i < call.end(2) ? text.text().charAt(i) : ',';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if ((c == ',' && depth <= 0) || i == call.end(2)) {
                map = argument(map, text, call.group(1), start, i, report);
                start = i + 1;
            }
        }
        return map;
    }

    private static MapNode argument(MapNode map, TextNode text, String kind, int start, int end, Report report) {
        TextNode whole = text.slice(start, end);
        if (whole.text().isBlank()) {
            return map;
        }
        Matcher argument = ARGUMENT.matcher(whole.text());
        String example = kind + "(mean " + whole.text().trim() + ")";
        if (!argument.matches()) {
            report.add(
                    Code.VALUE,
                    whole.site().place(),
                    "each value in '" + kind + "(...)' must have the name of its setting before it, but was '"
                            + whole.text().trim() + "'",
                    "for example " + example);
            return map;
        }
        TextNode name = whole.slice(argument.start(1), argument.end(1));
        if (map.entry(name.text()) != null) {
            report.add(
                    Code.DUPLICATE_KEY,
                    name.site().place(),
                    "'" + name.text() + "' must be given once, but is here again",
                    "");
            return map;
        }
        return map.with(name, whole.slice(argument.start(2), argument.end(2)));
    }

    /** Returns the map for a range; null if {@code text} is none. */
    static @Nullable MapNode range(TextNode text, String kind) {
        Matcher range = RANGE.matcher(text.text());
        if (!range.matches()) {
            return null;
        }
        return MapNode.empty(text.site())
                .with(key("is", text), new TextNode(text.site(), kind, true, 0))
                .with(key("from", text), text.slice(range.start(1), range.end(1)))
                .with(key("to", text), text.slice(range.start(2), range.end(2)));
    }

    /** Returns a map with one setting that says the same as {@code text}. */
    static MapNode single(TextNode text, String setting) {
        TextNode copy = new TextNode(text.site(), text.text(), text.quoted(), text.inset());
        return MapNode.empty(text.site()).with(key(setting, text), copy);
    }

    static TextNode key(String name, TextNode at) {
        return new TextNode(at.site(), name, true, 0);
    }
}
