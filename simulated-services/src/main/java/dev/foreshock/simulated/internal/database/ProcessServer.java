package dev.foreshock.simulated.internal.database;

import dev.foreshock.simulated.PostgresServer;
import dev.foreshock.simulated.internal.process.HeldProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server of PostgreSQL that runs as processes of this machine. */
final class ProcessServer implements PostgresServer {
    private final Programs programs;
    private final Path data;
    private final int port = HeldProgram.freePort();
    private final List<String> command = new ArrayList<>();
    private volatile @Nullable Process keeper;

    /**
     * Creates it.
     *
     * @param data where its data lies
     */
    ProcessServer(Programs programs, Path data) {
        this.programs = programs;
        this.data = data;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start(Map<String, String> settings) throws IOException {
        command.addAll(List.of("-D", data.toString(), "-p", String.valueOf(port), "-c", "listen_addresses=127.0.0.1"));
        command.addAll(List.of("-c", Programs.SHARES));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        startAgain();
    }

    @Override
    public void startAgain() throws IOException {
        end();
        keeper = HeldProgram.builder("keeper", "QUIT", programs.command("postgres", command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    @Override
    public boolean isRunning() {
        Process runs = keeper;
        return runs != null && runs.isAlive();
    }

    @Override
    public @Nullable Integer exitStatus() {
        Process runs = keeper;
        if (runs == null || runs.isAlive()) {
            return null;
        }
        return runs.exitValue();
    }

    @Override
    public String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            return "what it said cannot be read: " + e.getMessage();
        }
    }

    /** Returns the server and its children: the children first, as they die with it, but not at once. */
    private List<ProcessHandle> processes() {
        Optional<ProcessHandle> server = server();
        List<ProcessHandle> all = new ArrayList<>();
        server.ifPresent(found -> {
            found.descendants().forEach(all::add);
            all.add(found);
        });
        return all;
    }

    private Optional<ProcessHandle> server() {
        Process runs = keeper;
        return runs == null
                ? Optional.empty()
                : runs.children()
                        .filter(child -> child.info()
                                .arguments()
                                .map(arguments -> List.of(arguments).contains(data.toString()))
                                .orElse(false))
                        .findFirst();
    }

    /** By SIGKILL. */
    @Override
    public void kill() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    /** By SIGSTOP and SIGCONT. */
    @Override
    public void stop(boolean stops) throws IOException {
        List<String> signal = new ArrayList<>(List.of("kill", stops ? "-STOP" : "-CONT"));
        processes().forEach(process -> signal.add(String.valueOf(process.pid())));
        if (signal.size() > 2) {
            new ProcessBuilder(signal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    /** Ends it. */
    void end() {
        Process runs = keeper;
        if (runs != null) {
            HeldProgram.end(runs);
        }
    }
}
