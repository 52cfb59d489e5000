package dev.foreshock.scenarios.internal.report;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Explanation;
import dev.foreshock.scenarios.Explanation.Example;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text behind every code: {@code codes/E0101.md} and its like among the resources. */
public final class Explanations {

    private static final Pattern FILE = Pattern.compile(
            "# (.+)\n\n([\\s\\S]+)\n\n## Why\n\n([\\s\\S]+)\n\n## Before\n\n([\\s\\S]+)\n\n## After\n\n([\\s\\S]+)\n");

    private static final Pattern CODE = Pattern.compile("```([a-z]+)\n([\\s\\S]*)\n```");

    private Explanations() {}

    public static Explanation of(Code code) {
        Matcher file = FILE.matcher(text(code));
        if (!file.matches()) {
            throw new IllegalStateException("the explanation of " + code.id() + " must have a title and four parts");
        }
        return new Explanation(
                file.group(1), file.group(2), file.group(3), example(file.group(4)), example(file.group(5)));
    }

    private static Example example(String part) {
        Matcher code = CODE.matcher(part);
        return code.matches() ? new Example(code.group(1), code.group(2)) : new Example("", part);
    }

    private static String text(Code code) {
        try (InputStream in = Explanations.class.getResourceAsStream("/codes/" + code.id() + ".md")) {
            if (in == null) {
                throw new IllegalStateException("a code must be explained: " + code.id());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
