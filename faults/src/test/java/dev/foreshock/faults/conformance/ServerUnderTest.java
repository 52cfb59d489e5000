package dev.foreshock.faults.conformance;

import java.util.List;
import java.util.stream.Stream;

/** A server that speaks the API of Toxiproxy, on loopback, with nothing on it. */
public interface ServerUnderTest extends AutoCloseable {
    /** Returns the control port. */
    int port();

    @Override
    void close();

    /** A kind of server. */
    enum Kind {
        EMBEDDED,
        STOCK;

        /** Returns the kinds whose tests are to run: the stock server where it is, or is required. */
        public static List<Kind> wanted() {
            return Stream.of(values())
                    .filter(kind -> kind == EMBEDDED || StockServer.isWanted())
                    .toList();
        }

        /** Starts one. */
        public ServerUnderTest start() {
            return this == EMBEDDED ? EmbeddedServer.start() : StockServer.start();
        }

        /** Starts a stock server that measures bytes. */
        public static ServerUnderTest startMeasuring() {
            return StockServer.start("-proxy-metrics");
        }

        @Override
        public String toString() {
            return this == EMBEDDED ? "embedded" : "stock";
        }
    }
}
