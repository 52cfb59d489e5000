package dev.foreshock.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that earn a code, and how to load them.
 *
 * @param code the code
 * @param directory where the files are
 */
record CodeFixture(Code code, Path directory) {

    /** Shown by a test of its own: its file would be large. */
    private static final Set<Code> WITHOUT = EnumSet.of(Code.FILE_SIZE);

    static CodeFixture of(Code code) {
        return new CodeFixture(code, Path.of("src/test/resources/errors", code.id()));
    }

    /** Returns the codes that have one. */
    static Stream<Code> codes() {
        return Stream.of(Code.values()).filter(code -> !WITHOUT.contains(code));
    }

    /** Loads the files, with the arguments that belong to them. */
    LoadResult load() throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Files.exists(directory.resolve("scenario.latin1")) ? "scenario.latin1" : "scenario.yaml");
        Path arguments = directory.resolve("args.txt");
        for (String line : Files.exists(arguments) ? Files.readAllLines(arguments) : List.<String>of()) {
            String value = line.substring(line.indexOf(' ') + 1);
            if (line.startsWith("source ")) {
                words.set(0, value);
            } else {
                words.add("--" + line.substring(0, line.indexOf(' ')));
                words.add(value);
            }
        }
        return load(words);
    }

    /** Loads what a command line means: a name or file, then options and their values. */
    LoadResult load(List<String> words) {
        String wanted = words.get(0);
        Path file = directory.resolve(wanted);
        List<String> variants = new ArrayList<>();
        List<String> sets = new ArrayList<>();
        for (int i = 1; i < words.size(); i += 2) {
            (words.get(i).equals("--set") ? sets : variants).add(words.get(i + 1));
        }
        return ScenarioLoader.standard()
                .load(Files.exists(file) ? Source.file(file) : Source.of(wanted), variants, sets);
    }

    /** Returns the message that the files earn, as if the command ran among them. */
    String message() throws IOException {
        return DiagnosticPrinter.print(load().diagnostics()).replace(directory + "/", "");
    }
}
