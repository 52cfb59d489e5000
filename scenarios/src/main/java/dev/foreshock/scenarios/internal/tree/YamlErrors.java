package dev.foreshock.scenarios.internal.tree;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.SourceText;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** Puts the complaints of the YAML scanner in terms of the file. */
public final class YamlErrors {

    private YamlErrors() {}

    public static void report(RuntimeException e, SourceText source, String text, Report report) {
        if (e instanceof MarkedYamlEngineException marked) {
            if (YamlSlips.report(marked, source, report)) {
                return;
            }
            Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
            String problem = String.valueOf(marked.getProblem()).replace("but found", "but there is");
            report.add(
                    Code.SYNTAX, place(source, mark), "the text must be YAML, but " + problem(problem), help(problem));
        } else if (e instanceof ReaderException unprintable) {
            int end = text.offsetByCodePoints(
                    0, Math.min(unprintable.getPosition(), text.codePointCount(0, text.length())));
            long line =
                    1 + text.substring(0, end).chars().filter(c -> c == '\n').count();
            report.add(
                    Code.ENCODING,
                    new Place(source.name(), (int) line, 1, 1, source.line((int) line)),
                    String.format(
                            "the file must be text, but has the control character U+%04X", unprintable.getCodePoint()),
                    "remove it");
        } else {
            report.add(
                    Code.SYNTAX, place(source, Optional.empty()), "the text must be YAML, but could not be read", "");
        }
    }

    private static String problem(String problem) {
        return problem.contains("(TAB)") ? "a tab cannot be here" : "here: " + problem;
    }

    private static String help(String problem) {
        if (problem.contains("(TAB)")) {
            return "indent with spaces";
        } else if (problem.contains("mapping values are not allowed")) {
            return "put a value that has ': ' in it in quotes, and check the indentation";
        } else if (problem.contains("<block end>")) {
            return "check the indentation";
        }
        return "";
    }

    private static Place place(SourceText source, Optional<Mark> mark) {
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        return new Place(source.name(), line, mark.map(Mark::getColumn).orElse(0) + 1, 1, source.line(line));
    }
}
