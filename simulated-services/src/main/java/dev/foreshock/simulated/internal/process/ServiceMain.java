package dev.foreshock.simulated.internal.process;

import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.ScenarioSource;
import dev.foreshock.simulated.internal.database.RealDatabase;
import dev.foreshock.simulated.internal.redis.RealPages;
import dev.foreshock.simulated.internal.service.Backing;
import dev.foreshock.simulated.internal.service.Service;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One component in a process of its own. It says {@code port N} when it listens, and ends with whoever holds its {@link Lifeline}.
 */
public final class ServiceMain {
    /** The word before the port. */
    static final String PORT = "port ";

    private static final int ARGUMENTS = 4;

    /** What is left of booting to live through what was before. */
    private static final long BEFORE_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private ServiceMain() {}

    /**
     * Serves until it is let go.
     *
     * @param args the directory of the twin, the component, its port or 0, and the port of the lifeline
     */
    public static void main(String[] args) {
        int code = 1;
        try {
            code = run(args);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            System.err.println("foreshock: " + (args.length > 1 ? args[1] : "a service") + " ends: " + e.getMessage());
        } finally {
            // What it still holds goes with it: nothing of it is of use without the conductor.
            Runtime.getRuntime().halt(code);
        }
    }

    private static int run(String[] args) throws IOException, InterruptedException {
        if (args.length != ARGUMENTS) {
            System.err.println("foreshock: this process is started by foreshock alone");
            return 2;
        }
        Room room = new Room(Path.of(args[0]));
        String component = args[1];
        ScenarioSource source = ServiceLoader.load(ScenarioSource.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody here can read scenarios"));
        Scenario scenario = source.read(room.scenario());
        Token token = room.token();
        Backing backing = backing(room, component, scenario);
        CountDownLatch over = new CountDownLatch(1);
        try (Service service = Service.start(component, scenario, token, Integer.parseInt(args[2]), backing)) {
            room.writePid(component);
            if (backing != null) {
                ProgramWatch.begin(room, component, backing);
            }
            Optional<Begin> begun = room.begin();
            if (begun.isPresent()) {
                long boots = WarmUp.bootsUntil(begun.get(), scenario, component);
                new WarmUp(service, component, token).until(boots - BEFORE_UP_NANOS, begun.get(), scenario);
                service.begin(again(begun.get(), scenario, component));
            }
            System.out.println(PORT + service.port());
            System.out.flush();
            // A Ctrl-C at a terminal reaches this process too, while its conductor has yet to undo what it did to it.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> await(over)));
            Lifeline.awaitEnd(Integer.parseInt(args[3]), token);
        }
        // Not before what is behind it has ended: this process halts then.
        over.countDown();
        return 0;
    }

    private static @Nullable Backing backing(Room room, String component, Scenario scenario)
            throws IOException, InterruptedException {
        if (RealDatabase.isWanted(scenario, component)) {
            return RealDatabase.start(scenario, component, room.database(component));
        }
        Path redis = room.redis(component);
        return Files.isDirectory(redis) ? RealPages.start(component, redis) : null;
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What is played by a process that is started again after a crash: its part lives through the crash as the model does, so that it
     * boots and is cold as long as the model says.
     */
    private static Begin again(Begin begin, Scenario scenario, String component) {
        Set<String> elsewhere = new TreeSet<>(begin.elsewhere());
        elsewhere.removeIf(name -> {
            FaultSpec fault = scenario.faults().get(name);
            return fault != null && fault.on().equals(component) && fault.does() instanceof Crash;
        });
        return new Begin(
                begin.seed(), begin.replication(), begin.startNanos(), System.nanoTime(), elsewhere, begin.addresses());
    }
}
