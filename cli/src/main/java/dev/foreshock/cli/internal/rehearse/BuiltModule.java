package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.UsageException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A module that was built beside this one, and that is on nobody's class path who does not ask for it.
 *
 * @param name its directory
 * @param asked what asks for it, as on the command line
 */
record BuiltModule(String name, String asked) {
    /** The module of Gatling. */
    static final BuiltModule LOAD = new BuiltModule("load", "--load gatling");

    /** The module of Testcontainers. */
    static final BuiltModule CONTAINERS = new BuiltModule("containers", "--with docker");

    private static final String HERE = "cli";

    /**
     * Returns its class path.
     *
     * @throws UsageException if it was not built
     */
    String classPath() {
        return classPath(own());
    }

    /** Returns its class path, given where the classes of this module are. */
    String classPath(@Nullable Path own) {
        Path layout = layout(own);
        Path jar = layout == null ? null : layout.resolve("foreshock-" + name + ".jar");
        if (layout == null || jar == null || !Files.exists(jar) || !Files.isDirectory(layout.resolve("lib"))) {
            throw new UsageException(asked + " needs the module " + name + ", which is not built"
                    + (layout == null ? "" : " in " + layout)
                    + "; in Foreshock's source tree build it with: mvn -P quick -pl " + name + " -am package");
        }
        try (Stream<Path> jars = Files.list(layout.resolve("lib"))) {
            return Stream.concat(Stream.of(jar), jars.sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        } catch (IOException e) {
            throw new UsageException(
                    asked + " needs the module " + name + ", but " + layout + " cannot be read: " + DiskWords.of(e));
        }
    }

    /** Returns where the classes of this module are: its jar, or a directory. */
    private static @Nullable Path own() {
        try {
            CodeSource source = BuiltModule.class.getProtectionDomain().getCodeSource();
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Returns where it is built, given where this one is: {@code cli/target/…} has a {@code load/target/…} beside it. */
    @Nullable
    Path layout(@Nullable Path own) {
        Path built = own == null ? null : own.getParent();
        for (Path module = built; module != null; module = module.getParent()) {
            if (module.endsWith(Path.of(HERE)) && !module.equals(built)) {
                return module.resolveSibling(name).resolve(module.relativize(built));
            }
        }
        return null;
    }
}
