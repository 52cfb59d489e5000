package dev.foreshock.faults.performance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Races the embedded server against the stock one and writes {@code docs/performance-toxiproxy.md}. */
public final class Performance {
    private static final int[] CONNECTIONS = {1, 16, 256};
    private static final String STOCK = "FORESHOCK_TOXIPROXY";

    private Performance() {}

    /** Takes the page to write, the rounds that count and the ms of a lap. */
    public static void main(String[] args) throws Exception {
        Path page = Path.of(args[0]);
        int rounds = Integer.parseInt(args[1]);
        long millis = Long.parseLong(args[2]);
        String stock = System.getenv(STOCK);
        if (stock == null) {
            throw new IllegalArgumentException(STOCK + " must name the stock server, but is not set");
        }
        List<Race> races = new ArrayList<>();
        try (FarEnd far = new FarEnd();
                Contestants contestants = new Contestants(stock, far)) {
            for (int connections : CONNECTIONS) {
                races.add(Race.run(contestants, far, connections, rounds, millis));
            }
        }
        String text = new Page(races, rounds, millis).text();
        String before = Files.exists(page) ? Files.readString(page) : "";
        int byHand = before.indexOf(Page.BY_HAND);
        Files.writeString(page, text + (byHand < 0 ? Page.BY_HAND + "\n" : before.substring(byHand)));
        System.out.println(text);
    }
}
