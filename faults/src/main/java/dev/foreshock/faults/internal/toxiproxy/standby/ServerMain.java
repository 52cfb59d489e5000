package dev.foreshock.faults.internal.toxiproxy.standby;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A server in a process of its own, which serves from the start or stands by for another. Its first line of input is its
 * settings. One that serves reads as its second line the proxies; for one that stands by, {@link Orders} are read.
 *
 * <p>Its owner hears {@code serves PID PORT}, {@code stands-by PID} or {@code fails WHY} by its {@link Lifeline}.
 */
public final class ServerMain {
    /** The argument of one that serves from the start. */
    public static final String SERVE = "serve";

    /** The argument of one that stands by. */
    public static final String STAND_BY = "stand-by";

    private ServerMain() {}

    /**
     * Serves until it is told to end, or its owner is gone and nobody is connected.
     *
     * @param args what it is to do
     */
    public static void main(String[] args) {
        int code = 1;
        try {
            code = run(args);
        } catch (Exception | Error e) {
            warn("the Toxiproxy server ends: " + e);
        } finally {
            // Its threads would keep it alive.
            System.exit(code);
        }
    }

    private static int run(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String first = in.readLine();
        Optional<Settings> settings = first == null ? Optional.empty() : Settings.read(first);
        if (args.length != 1 || settings.isEmpty()) {
            System.err.println("foreshock: this process is started by foreshock alone");
            return 2;
        }
        try (Lifeline owner = Lifeline.to(settings.get().owner(), settings.get().key())) {
            if (args[0].equals(SERVE)) {
                fromTheStart(settings.get(), in, owner);
            } else {
                inPlaceOfAnother(settings.get(), in, owner);
            }
        }
        return 0;
    }

    private static void fromTheStart(Settings settings, BufferedReader in, Lifeline owner)
            throws IOException, InterruptedException {
        String proxies = in.readLine();
        Server server;
        try {
            server = Server.start(settings);
        } catch (IllegalStateException e) {
            owner.say("fails " + e.getMessage());
            return;
        }
        String problem = server.configure(proxies == null ? "[]" : proxies);
        if (problem.isEmpty()) {
            serve(server, owner);
        } else {
            server.close();
            owner.say("fails " + problem);
        }
    }

    private static void inPlaceOfAnother(Settings settings, BufferedReader in, Lifeline owner)
            throws InterruptedException {
        warmUp(settings);
        owner.say("stands-by " + ProcessHandle.current().pid());
        Optional<String> proxies = Orders.untilDeath(in);
        // With its owner gone and the server before it killed, nobody is left who would end this one.
        if (proxies.isEmpty() || owner.isOver()) {
            return;
        }
        Server server = new Takeover(ServerMain::warn).server(settings, proxies.get());
        long pid = ProcessHandle.current().pid();
        warn("the Toxiproxy server died; process " + pid + " took over and passes everything through"
                + (settings.owner() == 0 ? "; to end it: kill " + pid : ""));
        serve(server, owner);
    }

    /** Has everything loaded that it takes to serve, so that taking over takes a moment. */
    private static void warmUp(Settings settings) {
        Server server = Server.start(new Settings("127.0.0.1", 0, settings.seed(), false, Optional.empty(), 0, "", ""));
        server.populate("[{\"name\":\"a\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:1\"}]");
        server.close();
    }

    private static void serve(Server server, Lifeline owner) throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endOnce(ended, server, owner)));
        server.haveStandby();
        owner.say("serves " + ProcessHandle.current().pid() + " " + server.port());
        owner.awaitEnd();
        endOnce(ended, server, owner);
    }

    /** The end of the machine, which follows or overtakes it, asks for it once more, and waits for it. */
    private static void endOnce(AtomicBoolean ended, Server server, Lifeline owner) {
        synchronized (ended) {
            if (!ended.getAndSet(true)) {
                end(server, owner);
            }
        }
    }

    /**
     * Ends it when its owner does not need it any more. A Ctrl-C at a terminal reaches the server too, whose owner is only about to mend
     * what it broke by it.
     */
    private static void end(Server server, Lifeline owner) {
        try {
            if (owner.isHeld()) {
                owner.awaitEnd();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (owner.isLost()) {
            // Whoever put toxics there may be dead as well; what has a lease would go by itself.
            server.reset();
            Quiet.await(server);
        }
        server.close();
    }

    private static void warn(String what) {
        System.err.println("foreshock: " + what);
    }
}
