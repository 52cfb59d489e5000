package dev.foreshock.cli.internal.inject;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.faults.AccessToken;
import dev.foreshock.faults.EmbeddedToxiproxy;
import dev.foreshock.faults.ToxiproxyOptions;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code foreshock toxiproxy}: runs a server that stock Toxiproxy clients drive. */
@Command(
        name = "toxiproxy",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs a server that any Toxiproxy client can drive, until it is interrupted. It needs nothing installed. A second "
                        + "process stands by: when this one is killed, it takes over with the same proxies and without toxics.",
        footer = {
            "",
            "Exit codes: 130 interrupted, 143 terminated, 2 wrong usage or a port that is taken, 3 an invalid file."
        })
public final class ToxiproxyCommand implements Callable<Integer> {
    private static final int MOST_PORT = 65_535;

    private final Surroundings here;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8474",
            description = "The port for clients of the API; 0 is any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description =
                    "The interface of that port. Beyond loopback, whoever reaches it could break what goes through: it needs "
                            + "--token-file. Default: ${DEFAULT-VALUE}.")
    private String host = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "A file whose first line clients of the API must send with each request, as Authorization: Bearer.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "What toxicity, jitter and sizes are drawn from: equal seeds treat the n-th connection of a proxy "
                            + "alike. Default: another one each time, which is printed.")
    private @Nullable Long seed;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Proxies to start with: JSON, as POST /populate takes it.")
    private @Nullable Path config;

    @Option(names = "--proxy-metrics", description = "Count bytes, for GET /metrics.")
    private boolean metrics;

    public ToxiproxyCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        here.interrupts().keepsWhatIsKnown();
        long drawnFrom = seed == null ? new SecureRandom().nextLong() : seed;
        try (EmbeddedToxiproxy server = EmbeddedToxiproxy.start(options(drawnFrom))) {
            here.out().println("listening on " + host + ":" + server.port() + " with --seed " + drawnFrom);
            here.out().flush();
            here.interrupts().await();
            return ExitCode.INTERRUPTED.number();
        } catch (IllegalStateException e) {
            throw new UsageException("--host and --port must be an address that is free, but for " + host + ":" + port
                    + " the system says: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw new UsageException("--config must be a file that can be read, but was " + config);
        } catch (IllegalArgumentException e) {
            here.err().println("foreshock: " + e.getMessage());
            return ExitCode.INVALID.number();
        }
    }

    private ToxiproxyOptions options(long drawnFrom) {
        if (port < 0 || port > MOST_PORT) {
            throw new UsageException("--port must be from 0 to " + MOST_PORT + ", but was " + port);
        }
        ToxiproxyOptions options =
                ToxiproxyOptions.seeded(drawnFrom).onHost(host).onPort(port).withStandby();
        if (tokenFile != null) {
            options = options.withToken(token(tokenFile));
        } else if (!options.isLoopback()) {
            throw new UsageException("--host must be an address of loopback, or come with --token-file, but was " + host
                    + ": whoever reaches it could break what goes through");
        }
        if (config != null) {
            options = options.withConfig(here.directory().resolve(config));
        }
        return metrics ? options.withMetrics() : options;
    }

    private AccessToken token(Path file) {
        try {
            return AccessToken.read(here.directory().resolve(file));
        } catch (UncheckedIOException e) {
            throw new UsageException("--token-file must be a file that can be read, but was " + file);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--token-file must be a file whose first line is a token of 1 to 1024 printable characters "
                            + "of ASCII without spaces, but that of " + file + " is not");
        }
    }
}
