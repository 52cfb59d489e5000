package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.tree.Site;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a single value that is being read.
 *
 * @param node the whole value
 * @param from where the stretch starts in it
 * @param to where it ends
 * @param subject what messages call it: the setting's name
 * @param desk what readers share
 */
public record Phrase(TextNode node, int from, int to, String subject, Desk desk) {

    /** The longest value that is looked into: longer ones could keep a regular expression busy. */
    public static final int LONGEST = 1_000;

    private static final int LONGEST_SHOWN = 60;

    /** Returns all of {@code node}, less spaces around it. */
    public static Phrase of(TextNode node, String subject, Desk desk) {
        return new Phrase(node, 0, node.text().length(), subject, desk).trimmed();
    }

    public String text() {
        return node.text().substring(from, to);
    }

    public boolean isEmpty() {
        return from == to;
    }

    /** Returns a part of this phrase, positions counted from its start, less spaces around it. */
    public Phrase part(int start, int end) {
        return new Phrase(node, from + start, from + end, subject, desk).trimmed();
    }

    /** Returns a group of a match on {@link #text()}. */
    public Phrase group(Matcher match, int group) {
        return match.start(group) < 0 ? part(0, 0) : part(match.start(group), match.end(group));
    }

    /** Returns the same phrase under another name. */
    public Phrase called(String name) {
        return new Phrase(node, from, to, name, desk);
    }

    /** Returns this phrase as a text of its own, at its exact place. */
    public TextNode asNode() {
        return from == 0 && to == node.text().length() ? node : node.slice(from, to);
    }

    public Site site() {
        return from == 0 && to == node.text().length() ? node.site() : node.part(from, to);
    }

    /** Remembers that this phrase is the setting {@code name} of the whole value. */
    public Phrase remember(String name) {
        desk.remember(node, name, asNode());
        return this;
    }

    public Matcher matcher(Pattern pattern) {
        return pattern.matcher(text());
    }

    /** Returns the text for messages. */
    public String shown() {
        String text = text();
        return "'" + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN - 3) + "..." : text) + "'";
    }

    /** Returns a complaint about this phrase: {@code <subject> must <rule>, but was <text>}. */
    public Misreading misread(Code code, String rule, String help) {
        return new Misreading(code, site(), sentence(rule), help);
    }

    /** Returns a complaint about a number that is larger than any of its type: {@code must be <limits>}. */
    public Misreading beyond(String limits, String help) {
        return new Misreading(Code.RANGE, site(), sentence("be " + limits), help, true);
    }

    private String sentence(String rule) {
        return (subject.startsWith("the ") ? subject : "'" + subject + "'") + " must " + rule + ", but was " + shown();
    }

    /** Returns a complaint about this phrase in words of its own. */
    public Misreading complain(Code code, String message, String help) {
        return new Misreading(code, site(), message, help);
    }

    private Phrase trimmed() {
        int start = from;
        int end = to;
        while (start < end && node.text().charAt(start) <= ' ') {
            start++;
        }
        while (end > start && node.text().charAt(end - 1) <= ' ') {
            end--;
        }
        return start == from && end == to ? this : new Phrase(node, start, end, subject, desk);
    }
}
