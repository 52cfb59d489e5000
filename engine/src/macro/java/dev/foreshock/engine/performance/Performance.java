package dev.foreshock.engine.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** Runs the races and writes {@code docs/performance.md}. */
public final class Performance {
    static final String FORESHOCK = "Foreshock";
    static final String SSJ = "SSJ 3.3.2, splay tree";
    static final String SSJ_BINARY = "SSJ 3.3.2, binary tree";
    static final String LOOP = "a loop by hand";

    private Performance() {}

    /** Takes the page to write, the rounds that count and the seconds of model time of a lap. */
    public static void main(String[] args) throws IOException {
        Path page = Path.of(args[0]);
        int rounds = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        int warmUp = 3;
        Race plain = tandem(new Tandem(false)).run(warmUp, rounds, seconds).requireAgreement();
        Race timeouts = tandem(new Tandem(true)).run(warmUp, rounds, seconds).requireAgreement();
        Race full = new Race().with(FORESHOCK, new FullModel()).run(warmUp, rounds, seconds);
        String text = new Page(plain, timeouts, full, rounds, seconds).text();
        String before = Files.exists(page) ? Files.readString(page) : "";
        int byHand = before.indexOf(Page.BY_HAND);
        Files.writeString(page, text + (byHand < 0 ? Page.BY_HAND + "\n" : before.substring(byHand)));
        System.out.println(text);
    }

    private static Race tandem(Tandem tandem) {
        return new Race()
                .with(FORESHOCK, new SimulatedTandem(tandem))
                .with(SSJ, SsjTandem.of(tandem, SplayTree::new))
                .with(SSJ_BINARY, SsjTandem.of(tandem, BinaryTree::new))
                .with(LOOP, LoopTandem.of(tandem));
    }
}
