package dev.foreshock.faults.internal.guard;

import dev.foreshock.faults.control.ServerTokens;
import dev.foreshock.faults.guard.Assignment;
import dev.foreshock.faults.internal.heal.Healer;
import dev.foreshock.faults.internal.journal.EntryJson;
import dev.foreshock.faults.undo.Reach;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** The guard's process. Nobody but {@code GuardedRun} starts it: its assignment is the first line of its input, orders the others. */
public final class GuardMain {
    private GuardMain() {}

    /**
     * Guards one run.
     *
     * @param args the state directory
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String first = in.readLine();
        Optional<Assignment> assignment = first == null ? Optional.empty() : EntryJson.read(first, Assignment.class);
        if (args.length != 1 || assignment.isEmpty()) {
            System.err.println("foreshock: the guard is started by foreshock inject alone");
            System.exit(2);
            return;
        }
        guard(assignment.get(), Path.of(args[0]), in, out);
    }

    private static void guard(Assignment assignment, Path state, BufferedReader in, PrintStream out) {
        OrderLines orders = new OrderLines(assignment.leaseNanos(), System::nanoTime, line -> say(out, line));
        CountDownLatch done = new CountDownLatch(1);
        // SIGTERM, and the SIGINT that a terminal sends to the guard too: undo, and let the machine end only then.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            orders.add(new Order.Gone("the guard was told to end"));
            await(done);
        }));
        Thread reader = new Thread(() -> orders.read(in), "foreshock-orders");
        reader.setDaemon(true);
        reader.start();
        Reach reach = Reach.network(Duration.ofNanos(assignment.callNanos()), ServerTokens.in(state));
        Healer healer = new Healer(reach, assignment.callNanos(), GuardMain::pause);
        try {
            LeaseKeeper keeper = new LeaseKeeper(
                    assignment,
                    reach,
                    () -> orders.leaseEndNanos() - System.nanoTime(),
                    why -> orders.add(new Order.Gone(why)));
            Guard guard = new Guard(
                    assignment, state, reach, healer, System::nanoTime, orders, keeper, line -> say(out, line));
            say(out, "over " + EntryJson.write(guard.run()));
        } catch (Guard.Unfit e) {
            say(out, "unfit " + e.getMessage());
        } catch (IOException e) {
            say(out, "unfit the journal in " + state + " must be writable, but: " + e.getMessage());
        } finally {
            done.countDown();
        }
    }

    private static void say(PrintStream out, String line) {
        synchronized (out) {
            out.println(line.replace('\n', ' ').replace('\r', ' '));
        }
    }

    private static void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
