package dev.foreshock.cli.internal.files;

import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file that is written for people to start from. Nothing that is there is lost, unless they say so.
 *
 * @param here where the command runs
 * @param file the file, as it was given
 * @param force whether what is there may be replaced
 */
public record NewFile(Surroundings here, Path file, boolean force) {
    /** Checks its name, and that it is not there, or may be replaced. */
    public static NewFile of(Surroundings here, Path file, boolean force) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            throw new UsageException("FILE must end in .yaml or .yml, but was " + file);
        }
        NewFile checked = new NewFile(here, file, force);
        checked.requireFree(file);
        return checked;
    }

    /** Requires that another file may be written, which lies beside it. */
    public void requireFreeBeside(String name) {
        requireFree(file.resolveSibling(name));
    }

    private void requireFree(Path other) {
        Path target = here.directory().resolve(other);
        if (Files.isDirectory(target)) {
            throw new UsageException("FILE must be a file, but " + other + " is a directory");
        } else if (Files.exists(target) && !force) {
            throw new UsageException(
                    other + " must not exist, but does; name another file, or replace it with --force");
        }
    }

    /**
     * Writes it, what goes with it, and its schema.
     *
     * @param schemaTitle what a schema of ours says in its title
     * @param beside other files, by their names
     * @return whether the schema was written too
     */
    public boolean write(
            String text, String schemaFile, String schemaTitle, String schema, Map<String, String> beside) {
        Path folder =
                here.directory().resolve(file).toAbsolutePath().normalize().getParent();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(String.valueOf(file.getFileName()), text);
        texts.putAll(beside);
        try {
            OutputDirectory directory = OutputDirectory.at(folder == null ? here.directory() : folder);
            boolean withSchema = mayWriteSchema(directory.file(schemaFile), schemaTitle);
            if (withSchema) {
                texts.put(schemaFile, schema);
            }
            directory.write(texts);
            return withSchema;
        } catch (IOException e) {
            throw new UsageException(
                    "FILE must be in a directory that can be written, but was " + file + " (" + DiskWords.of(e) + ")");
        }
    }

    /** A schema of an older Foreshock is renewed; anything else of that name is not ours. */
    private boolean mayWriteSchema(Path schema, String title) throws IOException {
        if (!Files.exists(schema)
                || (Files.isRegularFile(schema) && Files.readString(schema).contains(title))) {
            return true;
        }
        here.err().println("note: " + schema + " is something else, so it was left as it is; the first line names it");
        return false;
    }
}
