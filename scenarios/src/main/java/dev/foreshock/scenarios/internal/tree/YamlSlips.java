package dev.foreshock.scenarios.internal.tree;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Finds the slip behind a complaint of the YAML scanner, which notices many a slip only lines later. */
final class YamlSlips {

    private static final Pattern NO_SPACE = Pattern.compile("(\\s*(?:- )?)([\\p{L}\\p{N}_.-]+):(\\S.*)");
    private static final Pattern ITEM = Pattern.compile("(\\s*)- .*");

    private final SourceText source;
    private final Report report;

    private YamlSlips(SourceText source, Report report) {
        this.source = source;
        this.report = report;
    }

    /** Reports the slip, if it is a known one. */
    static boolean report(MarkedYamlEngineException e, SourceText source, Report report) {
        String problem = String.valueOf(e.getProblem());
        Mark at = e.getProblemMark().orElse(null);
        Mark context = e.getContextMark().orElse(at);
        if (at == null || context == null) {
            return false;
        }
        YamlSlips slips = new YamlSlips(source, report);
        if (problem.contains("expected ':'")) {
            return slips.noSpace(context.getLine() + 1);
        } else if (problem.contains("unexpected end of stream")) {
            return slips.unclosed(context, "quote");
        } else if (problem.startsWith("expected ','") && context.getLine() != at.getLine()) {
            return slips.unclosedFlow(context);
        } else if (problem.contains("<block end>")) {
            return slips.listed(at.getLine() + 1);
        } else if (problem.contains("mapping values are not allowed")) {
            return slips.indented(at.getLine() + 1);
        }
        return false;
    }

    private boolean noSpace(int line) {
        Matcher match = NO_SPACE.matcher(source.line(line));
        if (!match.matches()) {
            return false;
        }
        int column = match.end(2) + 1;
        add(
                line,
                column,
                "here is no space after a colon",
                "write " + match.group(2) + ": " + match.group(3).strip());
        return true;
    }

    private boolean unclosedFlow(Mark start) {
        String line = source.line(start.getLine() + 1);
        int quote = line.lastIndexOf('"');
        if (line.chars().filter(c -> c == '"').count() % 2 == 1) {
            add(
                    start.getLine() + 1,
                    quote + 1,
                    "the quote that opens here is not closed in its line",
                    "close it with \"");
            return true;
        }
        return unclosed(start, "bracket");
    }

    private boolean unclosed(Mark start, String what) {
        String line = source.line(start.getLine() + 1);
        int at = line.offsetByCodePoints(0, Math.min(start.getColumn(), line.codePointCount(0, line.length())));
        char open = at < line.length() ? line.charAt(at) : ' ';
        char close = open == '{' ? '}' : open == '[' ? ']' : open;
        if ("{[\"'".indexOf(open) < 0) {
            return false;
        }
        add(
                start.getLine() + 1,
                start.getColumn() + 1,
                what.equals("quote")
                        ? "the quote that opens here is never closed"
                        : "the " + open + " that opens here is never closed",
                "close it with " + close);
        return true;
    }

    /** Finds a list among named things: an item, or the name that comes after one. */
    private boolean listed(int line) {
        int item = line;
        while (item > 0
                && (source.line(item).isBlank() || item == line)
                && !ITEM.matcher(source.line(item)).matches()) {
            item--;
        }
        Matcher match = ITEM.matcher(item > 0 ? source.line(item) : "");
        if (!match.matches() || indent(source.line(line)) != match.group(1).length()) {
            return false;
        }
        boolean isNamed = NO_SPACE.matcher(source.line(item).replace(": ", ":")).matches();
        add(
                item,
                match.end(1) + 1,
                "a list is mixed with named things here",
                isNamed
                        ? "take the '- ' away: the others are told apart by their names"
                        : "write a name in place of the '-', such as first:");
        return true;
    }

    private boolean indented(int line) {
        int before = line - 1;
        while (before > 0
                && (source.line(before).isBlank() || source.line(before).strip().startsWith("#"))) {
            before--;
        }
        if (before == 0) {
            return false;
        }
        int own = indent(source.line(line));
        int other = indent(source.line(before));
        if (own <= other
                || source.line(line).strip().chars().filter(c -> c == ':').count() > 1) {
            return false;
        }
        add(
                line,
                own + 1,
                "this line is indented by " + own + " and the one before it, which has a value already, by " + other,
                "indent both alike");
        return true;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private void add(int line, int column, String problem, String help) {
        report.add(
                Code.SYNTAX,
                new Place(source.name(), line, column, 1, source.line(line)),
                "the text must be YAML, but " + problem,
                help);
    }
}
