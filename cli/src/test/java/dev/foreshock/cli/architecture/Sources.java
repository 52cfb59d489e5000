package dev.foreshock.cli.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The Java sources of every module, as files. */
final class Sources {

    /** Set by the build; a test started elsewhere runs in its module's directory. */
    private static final Path ROOT = Path.of(System.getProperty("foreshock.root", ".."));

    private Sources() {}

    /** Returns every Java file, those of tests and benchmarks included. */
    static List<Path> all() {
        return modules().stream()
                .map(module -> module.resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(directory -> javaFiles(directory).stream())
                .sorted()
                .toList();
    }

    /** Returns every Java file of the product, less the module declarations. */
    static List<Path> production() {
        return all().stream()
                .filter(file -> file.startsWith(module(file).resolve("src").resolve("main")))
                .filter(Predicate.not(Sources::isModuleInfo))
                .toList();
    }

    static boolean isModuleInfo(Path file) {
        return file.endsWith("module-info.java");
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path module(Path file) {
        return ROOT.resolve(ROOT.relativize(file).getName(0));
    }

    private static List<Path> modules() {
        try (Stream<Path> children = Files.list(ROOT)) {
            return children.filter(child -> Files.exists(child.resolve("pom.xml")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> javaFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
