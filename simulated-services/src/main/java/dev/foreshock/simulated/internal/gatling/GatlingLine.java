package dev.foreshock.simulated.internal.gatling;

import dev.foreshock.engine.load.LoadNotice;
import dev.foreshock.engine.load.LoadOrder;
import dev.foreshock.simulated.internal.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The line to Gatling's process: orders go, notices come, each a word for its kind and a record as JSON, in a line of text. */
final class GatlingLine implements AutoCloseable {
    private static final Map<String, Class<? extends LoadNotice>> NOTICES =
            LoadNotice.kinds().stream().collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    GatlingLine(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = socket.getOutputStream();
    }

    /** Returns the line in which an order is written. */
    static String line(LoadOrder order) {
        return order.getClass().getSimpleName() + " " + new String(Json.bytes(order), StandardCharsets.UTF_8) + "\n";
    }

    /** Gives an order. */
    void order(LoadOrder order) throws IOException {
        byte[] line = line(order).getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(line);
            out.flush();
        }
    }

    /** Returns the next notice; null when the process has ended. */
    @Nullable
    LoadNotice next() throws IOException {
        String line = in.readLine();
        return line == null ? null : notice(line);
    }

    /** Returns the notice that is written in a line. */
    static LoadNotice notice(String line) throws IOException {
        int space = line.indexOf(' ');
        Class<? extends LoadNotice> kind = NOTICES.get(line.substring(0, Math.max(0, space)));
        if (kind == null) {
            throw new IOException("a notice must be one of " + NOTICES.keySet() + ", but was: " + line);
        }
        return Json.read(line.substring(space + 1).getBytes(StandardCharsets.UTF_8), kind);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
