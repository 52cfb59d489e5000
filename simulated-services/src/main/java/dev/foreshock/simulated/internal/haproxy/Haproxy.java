package dev.foreshock.simulated.internal.haproxy;

import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.TwinOptions;
import dev.foreshock.simulated.internal.process.HeldProgram;
import dev.foreshock.simulated.internal.process.Room;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Death;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * HAProxy in place of one balancer of a twin. For each run it is started anew, as the ways of its calls may be others. It ends with this
 * process, whatever ends that.
 */
public final class Haproxy implements AutoCloseable {
    private static final long LISTENING_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK_MILLIS = 5;
    private static final int MOST_SECONDS = 10;

    private final String name;
    private final BalancerSpec spec;
    private final Room room;
    private final int port;
    private @Nullable Process process;
    private HaproxyLog log;

    /**
     * Prepares it at a port that is free.
     *
     * @throws IllegalArgumentException if it cannot be what the balancer is described as
     */
    public Haproxy(String name, Scenario scenario, Room room) {
        if (!(scenario.system().components().get(name) instanceof BalancerSpec balancer)) {
            throw new IllegalArgumentException(name + " must be a balancer to be HAProxy");
        }
        this.name = name;
        spec = balancer;
        this.room = room;
        port = HeldProgram.freePort();
        log = new HaproxyLog(name, 0);
    }

    /**
     * Returns why the program that is here does not take the configuration for a balancer, which it is asked; nothing if it does.
     *
     * @param directory where what it is asked about is written
     */
    public static Optional<String> obstacleHere(String name, BalancerSpec spec, Path directory)
            throws IOException, InterruptedException {
        Path config = directory.resolve(name + ".trial.cfg");
        Path said = directory.resolve(name + ".trial.err");
        Map<String, String> nowhere = new TreeMap<>();
        spec.weights().keySet().forEach(target -> nowhere.put(target, "127.0.0.1:1"));
        try {
            Files.writeString(config, HaproxyConfig.text(name, spec, HeldProgram.freePort(), nowhere));
            Process asked = new ProcessBuilder("haproxy", "-c", "-f", config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            try {
                if (!asked.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                    return Optional.of(
                            "it does not say within " + MOST_SECONDS + " s what it thinks of its configuration");
                }
                return asked.exitValue() == 0 ? Optional.empty() : Optional.of(complaint(said));
            } finally {
                asked.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(config);
            Files.deleteIfExists(said);
        }
    }

    /** Returns where it listens, as {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /**
     * Begins a run, in place of one that is under way.
     *
     * @throws IOException if it does not start or does not listen
     */
    public void begin(Begin begin) throws IOException, InterruptedException {
        close();
        Map<String, String> addresses = new TreeMap<>();
        for (String target : spec.weights().keySet()) {
            String direct = begin.addresses().getOrDefault(target, "");
            addresses.put(target, begin.addresses().getOrDefault(name + "." + target, direct));
        }
        Path config = room.directory().resolve(name + ".haproxy.cfg");
        Files.writeString(config, HaproxyConfig.text(name, spec, port, addresses));
        String mark = TwinOptions.mark(room.directory());
        // -L names it in its own words; here it is what the processes of a twin are found by.
        Process started = HeldProgram.builder(
                        mark, "KILL", List.of("haproxy", "-L", mark, "-db", "-f", config.toString()))
                .redirectError(errors().toFile())
                .start();
        process = started;
        log = new HaproxyLog(name, begin.startNanos());
        read(started, log);
        awaitListening(started);
    }

    private static void read(Process started, HaproxyLog into) {
        Thread thread = new Thread(
                () -> {
                    try (BufferedReader lines = new BufferedReader(
                            new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            into.line(line, System.nanoTime());
                        }
                    } catch (IOException e) {
                        // It has ended.
                    }
                },
                "foreshock-haproxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void awaitListening(Process started) throws IOException, InterruptedException {
        long until = System.nanoTime() + LISTENING_NANOS;
        while (System.nanoTime() < until && started.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException e) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
        throw new IOException("HAProxy for " + name + " does not listen at " + address() + ": " + complaint(errors()));
    }

    private Path errors() {
        return room.directory().resolve(name + ".haproxy.err");
    }

    /** Returns what it complained of, in a line. */
    private static String complaint(Path errors) throws IOException {
        String alerts = Files.readString(errors)
                .lines()
                .filter(line -> line.contains("ALERT") || line.contains("not found"))
                .map(String::strip)
                .collect(Collectors.joining("; "));
        return alerts.isEmpty() ? "it says nothing about why" : alerts;
    }

    /** Returns how long it waits between two checks of a target, in nanoseconds; 0 if it checks none. */
    public long betweenChecksNanos() {
        HealthCheckSpec check = spec.check();
        return check == null ? 0 : check.every().toNanos();
    }

    /** Returns how it ended, if it did though nobody here ended it. */
    public Optional<Death> death() {
        Process runs = process;
        return runs == null || runs.isAlive()
                ? Optional.empty()
                : Optional.of(Death.of("HAProxy (in place of " + name + ")", runs.exitValue(), said()));
    }

    private String said() {
        try {
            return Files.readString(errors());
        } catch (IOException e) {
            return "what it said cannot be read: " + e.getMessage();
        }
    }

    /** Returns what it said of its targets in the run under way. */
    public HaproxyLog log() {
        return log;
    }

    @Override
    public void close() {
        Process ending = process;
        process = null;
        if (ending != null) {
            HeldProgram.end(ending);
        }
    }
}
