package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mistake that somebody made or might make: which text of which file stands in place of the right one.
 *
 * @param file what describes it, and ends with the messages that it earns
 * @param description the part before the messages
 * @param edits what is changed
 */
record Mistake(Path file, String description, List<Edit> edits) {

    private static final Pattern EDIT = Pattern.compile("in (\\S+)\n<<<\n(.*?)\n===\n(.*?)\n?>>>\n", Pattern.DOTALL);

    /**
     * One text that is replaced.
     *
     * @param name of the file that it is in
     * @param right the text that belongs there, once
     * @param wrong what is written instead
     */
    record Edit(String name, String right, String wrong) {}

    static Mistake read(Path file) throws IOException {
        String text = Files.readString(file);
        List<Edit> edits = new ArrayList<>();
        Matcher matcher = EDIT.matcher(text);
        int end = 0;
        while (matcher.find()) {
            edits.add(new Edit(matcher.group(1), matcher.group(2), matcher.group(3)));
            end = matcher.end();
        }
        assertThat(edits).as("%s must change something", file).isNotEmpty();
        return new Mistake(file, text.substring(0, end), List.copyOf(edits));
    }

    /** Makes the mistake in the files of a directory. */
    void makeIn(Path directory) throws IOException {
        for (Edit edit : edits) {
            Path path = directory.resolve(edit.name());
            String text = Files.readString(path);
            assertThat(text.split(Pattern.quote(edit.right()), -1))
                    .as("%s must name a text that is in %s once", file, edit.name())
                    .hasSize(2);
            Files.writeString(path, text.replace(edit.right(), edit.wrong()));
        }
    }

    /** Returns what the file is called. */
    String name() {
        return file.getFileName().toString().replace(".txt", "");
    }

    @Override
    public String toString() {
        return name();
    }
}
