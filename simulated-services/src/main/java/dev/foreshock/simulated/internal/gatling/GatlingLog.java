package dev.foreshock.simulated.internal.gatling;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Gatling wrote down of a run, its {@code simulation.log}: of everything to the millisecond.
 *
 * @param startMillis when the run began, since 1970
 * @param requests the requests, in the order of their ends
 * @param users when users came, in the order of their coming, by scenario
 * @param errors what went wrong that is no request's
 */
record GatlingLog(long startMillis, List<Request> requests, Map<String, List<Long>> users, List<String> errors) {
    /** The version whose format is known here. It is written down nowhere, so no other is taken for it. */
    static final String VERSION = "3.15.1";

    private static final int RUN = 0;
    private static final int REQUEST = 1;
    private static final int USER = 2;
    private static final int GROUP = 3;
    private static final int ERROR = 4;
    private static final int MOST_BYTES = 10_000_000;

    /**
     * A request.
     *
     * @param name what it is called
     * @param startMillis when it was sent, since 1970
     * @param endMillis when it ended, since 1970
     * @param ok whether it was answered as wanted
     * @param message why not; empty if it was
     */
    record Request(String name, long startMillis, long endMillis, boolean ok, String message) {}

    /**
     * Reads a log.
     *
     * @throws IOException if it cannot be read, is of another version, or ends in the middle
     */
    static GatlingLog read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return new Decoder(in).log();
        } catch (EOFException e) {
            throw new IOException(file + " must be whole, but ends in the middle of a record", e);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** Reads what {@code LogFileDataWriter} of Gatling writes: big-endian, with strings as they are in memory there. */
    private static final class Decoder {
        private final DataInputStream in;
        private final Map<Integer, String> strings = new HashMap<>();
        private final List<String> scenarios = new ArrayList<>();
        private final List<Request> requests = new ArrayList<>();
        private final Map<String, List<Long>> users = new HashMap<>();
        private final List<String> errors = new ArrayList<>();
        private long startMillis;

        Decoder(DataInputStream in) {
            this.in = in;
        }

        GatlingLog log() throws IOException {
            if (in.read() != RUN) {
                throw new IOException("a log of Gatling must begin with its run, but does not");
            }
            run();
            for (int kind = in.read(); kind >= 0; kind = in.read()) {
                switch (kind) {
                    case REQUEST -> request();
                    case USER -> user();
                    case GROUP -> group();
                    case ERROR -> {
                        errors.add(cached());
                        in.readInt();
                    }
                    default -> throw new IOException("a record must be of a known kind, but was of " + kind);
                }
            }
            return new GatlingLog(startMillis, List.copyOf(requests), Map.copyOf(users), List.copyOf(errors));
        }

        private void run() throws IOException {
            String version = string();
            if (!version.equals(VERSION)) {
                throw new IOException(
                        "a log of Gatling must be of version " + VERSION + ", whose format is known, but was of "
                                + version + "; build the module load with that version");
            }
            string(); // the class
            startMillis = in.readLong();
            string(); // the description
            for (int count = in.readInt(); count > 0; count--) {
                scenarios.add(string());
            }
            for (int count = in.readInt(); count > 0; count--) {
                in.skipNBytes(length());
            }
        }

        private void request() throws IOException {
            groups();
            requests.add(new Request(
                    cached(), startMillis + in.readInt(), startMillis + in.readInt(), in.readBoolean(), cached()));
        }

        private void user() throws IOException {
            String scenario = scenarios.get(in.readInt());
            boolean comes = in.readBoolean();
            long at = startMillis + in.readInt();
            if (comes) {
                users.computeIfAbsent(scenario, key -> new ArrayList<>()).add(at);
            }
        }

        private void group() throws IOException {
            groups();
            in.skipNBytes(3 * Integer.BYTES + 1);
        }

        private void groups() throws IOException {
            for (int count = in.readInt(); count > 0; count--) {
                cached();
            }
        }

        /** A string is written once, under a number, and by the negative of that from then on. */
        private String cached() throws IOException {
            int number = in.readInt();
            if (number > 0) {
                strings.put(number, string());
            }
            String string = strings.get(Math.abs(number));
            if (string == null) {
                throw new IOException("a string must be written before it is named, but " + number + " was not");
            }
            return string;
        }

        private String string() throws IOException {
            int length = length();
            if (length == 0) {
                return "";
            }
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            return new String(bytes, in.readByte() == 0 ? StandardCharsets.ISO_8859_1 : wide());
        }

        /** Strings of two bytes a character have the order of the machine, which is that of the process that wrote them. */
        private static Charset wide() {
            return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
                    ? StandardCharsets.UTF_16BE
                    : StandardCharsets.UTF_16LE;
        }

        private int length() throws IOException {
            int length = in.readInt();
            if (length < 0 || length > MOST_BYTES) {
                throw new IOException("a length must be from 0 to " + MOST_BYTES + ", but was " + length);
            }
            return length;
        }
    }
}
