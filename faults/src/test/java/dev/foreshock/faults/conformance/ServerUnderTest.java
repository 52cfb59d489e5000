package dev.foreshock.faults.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** A server that speaks the API of Toxiproxy, reached over loopback, with nothing on it. */
public interface ServerUnderTest extends AutoCloseable {
    /** Returns the control port. */
    int port();

    @Override
    void close();

    /** Returns what a proxy of a test listens on, where the server is. */
    default String listen() {
        return "127.0.0.1:0";
    }

    /** Returns the port here that leads to {@code listened}, which a proxy listens on where the server is. */
    default int entrance(int listened) {
        return listened;
    }

    /** Returns an address of this machine that the server can reach. */
    default InetAddress nearby() {
        return InetAddress.getLoopbackAddress();
    }

    /** Returns a port that is taken where the server is, such as {@code here} if that is on this machine. */
    default int taken(int here) {
        return here;
    }

    /** A kind of server. */
    enum Kind {
        EMBEDDED,
        STOCK,
        /** The stock server in a container that Testcontainers starts. */
        CONTAINER;

        /** Returns the kinds whose tests are to run: the stock server where it is, or is required. */
        public static List<Kind> wanted() {
            return Stream.of(values()).filter(Kind::isWanted).toList();
        }

        /** Returns those of them that take no container, for tests that start many. */
        public static List<Kind> local() {
            return wanted().stream().filter(kind -> kind != CONTAINER).toList();
        }

        private boolean isWanted() {
            return switch (this) {
                case EMBEDDED -> true;
                case STOCK -> Surroundings.has(StockServer.BINARY) || Surroundings.requires("toxiproxy");
                case CONTAINER -> Surroundings.has(ContainerServer.IMAGE) || Surroundings.requires("docker");
            };
        }

        /** Skips the test that asks, visibly, where there is no server of this kind and none is required. */
        void assumeWanted() {
            String variable = this == STOCK ? StockServer.BINARY : ContainerServer.IMAGE;
            assumeTrue(isWanted(), variable + " names no stock server");
        }

        /** Starts one. */
        public ServerUnderTest start() {
            return switch (this) {
                case EMBEDDED -> EmbeddedServer.start();
                case STOCK -> StockServer.start();
                case CONTAINER -> ContainerServer.start();
            };
        }

        /** Starts a stock server that measures bytes. */
        public static ServerUnderTest startMeasuring() {
            return StockServer.start("-proxy-metrics");
        }

        @Override
        public String toString() {
            return switch (this) {
                case EMBEDDED -> "embedded";
                case STOCK -> "stock";
                case CONTAINER -> "stock in a container";
            };
        }
    }
}
