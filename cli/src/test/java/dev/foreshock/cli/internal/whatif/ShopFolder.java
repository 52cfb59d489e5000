package dev.foreshock.cli.internal.whatif;

import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder with a scenario in it, {@code shop.yaml}, whose measures are compared there. */
record ShopFolder(Path directory) {
    Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("shop.yaml"), text);
    }

    Console compare(String text, String... more) throws IOException {
        Console console = new Console(directory);
        List<String> line = new ArrayList<>(List.of("compare", file(text).toString()));
        line.addAll(List.of(more));
        console.run(line.toArray(String[]::new));
        return console;
    }
}
