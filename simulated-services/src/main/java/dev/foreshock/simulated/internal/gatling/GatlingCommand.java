package dev.foreshock.simulated.internal.gatling;

import dev.foreshock.simulated.GatlingOptions;
import dev.foreshock.simulated.TwinOptions;
import java.nio.file.Path;
import java.util.List;

/** The command that starts Gatling's process. */
final class GatlingCommand {
    /** In the module {@code load}, which nothing here depends on. */
    private static final String MAIN = "dev.foreshock.load.GatlingMain";

    private GatlingCommand() {}

    /**
     * Returns the command, with the Java of this process.
     *
     * @param hosts a file of the names that it may look up
     * @param port where the conductor listens
     */
    static List<String> of(GatlingOptions options, Path hosts, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // First, as some systems tell only the beginning of a command: by this the processes of a twin are
                // found.
                TwinOptions.mark(options.mark()),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx512m",
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-Dgatling.data.enableAnalytics=false",
                // At every run it asks a registry for its newest version, which no setting stops. The way there is
                // closed: no name is
                // looked up but in a file, and the proxy is on a port where nobody listens.
                "-Djdk.net.hosts.file=" + hosts.toAbsolutePath(),
                "-Dhttps.proxyHost=127.0.0.1",
                "-Dhttps.proxyPort=1",
                "-Dhttp.proxyHost=127.0.0.1",
                "-Dhttp.proxyPort=1",
                // What it unpacks, and what it keeps of its user, stays with the twin.
                "-Djava.io.tmpdir=" + options.mark().toAbsolutePath(),
                "-Djava.util.prefs.userRoot=" + options.mark().toAbsolutePath(),
                "-cp",
                options.classPath(),
                MAIN,
                String.valueOf(port));
    }
}
