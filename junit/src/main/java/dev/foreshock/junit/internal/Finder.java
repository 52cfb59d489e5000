package dev.foreshock.junit.internal;

import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.scenarios.Library;
import dev.foreshock.scenarios.Source;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Finds the files that an annotation names.
 *
 * @param test the class that has the annotation
 * @param directory where files are named from
 */
record Finder(Class<?> test, Path directory) {
    private static final int DEPTH = 8;
    /** Where builds copy resources from. */
    private static final List<String> RESOURCES = List.of("src/test/resources", "src/main/resources");
    /** What a build made, and what is nobody's to read. */
    private static final Set<String> SKIPPED = Set.of("target", "build", "node_modules", "runs");

    /** Returns a finder from the directory that the tests run in. */
    static Finder of(Class<?> test) {
        return new Finder(test, Path.of("").toAbsolutePath());
    }

    /**
     * Returns the scenario that is meant.
     *
     * @throws ExtensionConfigurationException if there is none; the message has those that are close
     */
    Source scenario(String name) {
        if (Source.of(name) instanceof Source.InLibrary) {
            if (Library.names().contains(name)) {
                return Source.library(name);
            }
            throw new ExtensionConfigurationException(
                    "a name without '/' or .yaml must be one of the library, but was '" + name + "'; "
                            + Spelling.hint(name, "they", Library.names()) + "; " + files(name));
        }
        return Source.file(file(name));
    }

    /**
     * Returns the file that is meant.
     *
     * @throws ExtensionConfigurationException if there is none; the message has those that are close
     */
    Path file(String name) {
        URL resource = test.getResource(name);
        if (resource == null) {
            resource = test.getResource("/" + name);
        }
        return resource == null ? onDisk(name) : shown(written(ofResource(name, resource)));
    }

    private static Path ofResource(String name, URL resource) {
        try {
            URI uri = resource.toURI();
            if ("file".equals(uri.getScheme())) {
                return Path.of(uri);
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // told below
        }
        throw new ExtensionConfigurationException(
                "the resource " + name + " must be a file, as it may name others, but was " + resource
                        + "; unpack it, or copy it to the resources of the tests");
    }

    /** Returns the file that a build has copied to the class path as it is: it is the one to edit. Otherwise the copy. */
    private Path written(Path copy) {
        for (Path root : roots()) {
            for (String resources : RESOURCES) {
                Path source = directory.resolve(resources).resolve(root.relativize(copy));
                if (copy.startsWith(root) && isSame(source, copy)) {
                    return source;
                }
            }
        }
        return copy;
    }

    private static boolean isSame(Path source, Path copy) {
        try {
            return Files.isRegularFile(source) && Files.mismatch(source, copy) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Path onDisk(String name) {
        try {
            Path file = directory.resolve(name).normalize();
            if (Files.exists(file)) {
                return shown(file);
            }
        } catch (InvalidPathException e) {
            // nothing has such a name
        }
        throw new ExtensionConfigurationException("the file " + name + " must be a resource beside "
                + test.getSimpleName() + " or at the root of the class path, or lie in " + directory
                + ", but is in none of them; " + files(name) + "; the library has "
                + Spelling.listed(Library.names()));
    }

    /** Returns a file as a person would name it from here, who is to find it by what is printed. */
    private Path shown(Path file) {
        return file.startsWith(directory) ? directory.relativize(file) : file;
    }

    private String files(String name) {
        return Spelling.hint(name, "files", candidates());
    }

    private Collection<String> candidates() {
        Set<String> found = new TreeSet<>();
        add(directory, found);
        roots().forEach(root -> add(root, found));
        return found;
    }

    /** Returns the directories of the class path that are this project's. */
    private List<Path> roots() {
        List<Path> roots = new ArrayList<>();
        try {
            ClassLoader loader = test.getClassLoader();
            for (Enumeration<URL> urls = loader.getResources(""); urls.hasMoreElements(); ) {
                Path root = directoryOf(urls.nextElement());
                if (root != null && root.startsWith(directory)) {
                    roots.add(root);
                }
            }
        } catch (IOException e) {
            // fewer candidates
        }
        return roots;
    }

    private static @Nullable Path directoryOf(URL root) {
        try {
            return root.getProtocol().equals("file") ? Path.of(root.toURI()) : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    private static void add(Path root, Set<String> found) {
        try (Stream<Path> files = Files.find(root, DEPTH, (path, attributes) -> isYaml(path))) {
            files.map(root::relativize).filter(Finder::isOfInterest).forEach(path -> found.add(path.toString()));
        } catch (IOException | java.io.UncheckedIOException e) {
            // fewer candidates
        }
    }

    private static boolean isYaml(Path path) {
        return path.toString().endsWith(".yaml") || path.toString().endsWith(".yml");
    }

    private static boolean isOfInterest(Path path) {
        for (Path part : path) {
            if (SKIPPED.contains(part.toString()) || part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }
}
