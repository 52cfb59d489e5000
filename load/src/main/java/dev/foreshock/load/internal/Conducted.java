package dev.foreshock.load.internal;

import dev.foreshock.engine.load.LoadNotice;
import dev.foreshock.engine.load.LoadOrder;
import io.gatling.app.Gatling$;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs Gatling as the conductor says, one run after the other, until it lets go. */
public final class Conducted {
    private final Line line;
    private volatile @Nullable Desk desk;

    private Conducted(Line line) {
        this.line = line;
    }

    /**
     * Does what the conductor says who listens on a port of loopback.
     *
     * @throws IOException if nobody does, or says what cannot be understood
     */
    public static void by(int port) throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        // A Ctrl-C at a terminal reaches this process too, while its conductor has yet to end what it conducts.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(over)));
        try {
            Conducted conducted = new Conducted(Line.to(port));
            conducted.line.tell(new LoadNotice.Ready(LoadNotice.VERSION));
            conducted.listen();
        } finally {
            over.countDown();
        }
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() throws IOException {
        for (LoadOrder order = line.next(); order != null; order = line.next()) {
            Desk now = desk;
            if (order instanceof LoadOrder.Run run) {
                Desk begun = new Desk(run, Line.plan(Path.of(run.plan())), line);
                desk = begun;
                Thread thread = new Thread(() -> run(begun), "foreshock-gatling");
                thread.setDaemon(true);
                thread.start();
            } else if (now != null) {
                carryOut(order, now);
            }
        }
    }

    private static void carryOut(LoadOrder order, Desk desk) {
        if (order instanceof LoadOrder.Send send) {
            desk.take(send);
        } else if (order instanceof LoadOrder.Leave leave) {
            desk.take(leave);
        } else if (order instanceof LoadOrder.End end) {
            desk.end(end);
        }
    }

    private void run(Desk begun) {
        LoadNotice.Over over;
        try {
            over = new LoadNotice.Over(play(begun), "");
        } catch (IOException | RuntimeException | Error e) {
            over = new LoadNotice.Over("", e.toString());
        }
        try {
            line.tell(over);
        } catch (IOException e) {
            // The conductor has let go, and this process ends by that.
        }
    }

    private static String play(Desk desk) throws IOException {
        LoadOrder.Run run = desk.run();
        Path results = Files.createDirectories(Path.of(run.results()));
        Set<Path> before = runs(results);
        Rehearsal.plays(desk);
        List<String> arguments = new ArrayList<>(
                List.of("-s", Rehearsal.class.getName(), "-rf", results.toString(), "-rd", "a rehearsal by Foreshock"));
        if (!run.report()) {
            arguments.add("-nr");
        }
        int code = Gatling$.MODULE$.fromArgs(arguments.toArray(String[]::new));
        Set<Path> after = runs(results);
        after.removeAll(before);
        Optional<Path> made = after.stream().findFirst();
        if (code != 0 || made.isEmpty()) {
            throw new IOException("Gatling must end with 0 and leave its log, but ended with " + code);
        }
        return made.get().toString();
    }

    private static Set<Path> runs(Path results) throws IOException {
        try (Stream<Path> all = Files.list(results)) {
            return all.filter(Files::isDirectory).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
