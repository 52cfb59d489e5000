package dev.foreshock.load.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foreshock.engine.load.LoadNotice;
import dev.foreshock.engine.load.LoadOrder;
import dev.foreshock.engine.load.PlannedUser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The line to the conductor: orders come, notices go, each a word for its kind and a record as JSON, in a line of text. */
final class Line {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.CAN_OVERRIDE_ACCESS_MODIFIERS)
            .build();
    private static final Map<String, Class<? extends LoadOrder>> ORDERS =
            LoadOrder.kinds().stream().collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private final BufferedReader in;
    private final OutputStream out;

    private Line(Socket socket) throws IOException {
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = socket.getOutputStream();
    }

    /** Opens the line to a conductor who listens on a port of loopback. */
    static Line to(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return new Line(socket);
    }

    /** Returns the next order; null when the conductor has let go. */
    @Nullable
    LoadOrder next() throws IOException {
        String line = in.readLine();
        return line == null ? null : order(line);
    }

    /** Returns the order that is written in a line. */
    static LoadOrder order(String line) throws IOException {
        int space = line.indexOf(' ');
        Class<? extends LoadOrder> kind = ORDERS.get(line.substring(0, Math.max(0, space)));
        if (kind == null) {
            throw new IOException("an order must be one of " + ORDERS.keySet() + ", but was: " + line);
        }
        return MAPPER.readValue(line.substring(space + 1), kind);
    }

    /** Tells the conductor something. */
    void tell(LoadNotice notice) throws IOException {
        byte[] line = line(notice).getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(line);
            out.flush();
        }
    }

    /** Returns the line in which a notice is written. */
    static String line(LoadNotice notice) throws JsonProcessingException {
        return notice.getClass().getSimpleName() + " " + MAPPER.writeValueAsString(notice) + "\n";
    }

    /** Reads a plan: a user a line. */
    static List<PlannedUser> plan(Path file) throws IOException {
        List<PlannedUser> users = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            users.add(MAPPER.readValue(line, PlannedUser.class));
        }
        return users;
    }
}
