package dev.foreshock.cli.internal;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the module {@code load} was built, beside this one. Nothing of it, nor of Gatling, is on the class path of the command. */
final class GatlingModule {
    private static final String HERE = "cli";
    private static final String MODULE = "load";
    private static final String JAR = "foreshock-load.jar";

    private GatlingModule() {}

    /**
     * Returns its class path.
     *
     * @throws UsageException if it was not built
     */
    static String classPath() {
        return classPath(own());
    }

    /** Returns its class path, given where the classes of this module are. */
    static String classPath(@Nullable Path own) {
        Path layout = layout(own);
        if (layout == null || !Files.exists(layout.resolve(JAR)) || !Files.isDirectory(layout.resolve("lib"))) {
            throw new UsageException("--load gatling needs the module load, which is not built"
                    + (layout == null ? "" : " in " + layout)
                    + "; in Foreshock's source tree build it with: mvn -P quick -pl load -am package");
        }
        try (Stream<Path> jars = Files.list(layout.resolve("lib"))) {
            return Stream.concat(Stream.of(layout.resolve(JAR)), jars.sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        } catch (IOException e) {
            throw new UsageException(
                    "--load gatling needs the module load, but " + layout + " cannot be read: " + DiskWords.of(e));
        }
    }

    /** Returns where the classes of this module are: its jar, or a directory. */
    private static @Nullable Path own() {
        try {
            CodeSource source = GatlingModule.class.getProtectionDomain().getCodeSource();
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Returns where the other module is built, given where this one is: {@code cli/target/…} has a {@code load/target/…} beside it. */
    static @Nullable Path layout(@Nullable Path own) {
        Path built = own == null ? null : own.getParent();
        for (Path module = built; module != null; module = module.getParent()) {
            if (module.endsWith(Path.of(HERE)) && !module.equals(built)) {
                return module.resolveSibling(MODULE).resolve(module.relativize(built));
            }
        }
        return null;
    }
}
