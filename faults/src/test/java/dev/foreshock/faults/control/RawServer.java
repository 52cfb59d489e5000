package dev.foreshock.faults.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Something on a port that keeps what it is sent and behaves as a test says. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    private RawServer(Behavior behavior) {
        try {
            listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(() -> accept(behavior));
        thread.setDaemon(true);
        thread.start();
    }

    /** What is done with a connection whose request has come in. */
    public interface Behavior {
        void serve(Socket socket) throws IOException;
    }

    public static RawServer that(Behavior behavior) {
        return new RawServer(behavior);
    }

    /** Returns a server that answers everything alike. */
    public static RawServer saying(int status, String body) {
        return that(socket -> {
            socket.getOutputStream().write(answer(status, body));
            socket.close();
        });
    }

    public static byte[] answer(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ("HTTP/1.1 " + status + " X\r\nConnection: close\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private void accept(Behavior behavior) {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                Thread thread = new Thread(() -> serve(socket, behavior));
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket socket, Behavior behavior) {
        try {
            requests.add(request(socket.getInputStream()));
            behavior.serve(socket);
        } catch (IOException e) {
            // the other end is gone, which the test sees at its own
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) in.read());
        }
        String head = text.toString();
        int length = head.toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ");
        int count = length < 0 ? 0 : Integer.parseInt(head.substring(length + 16, head.indexOf("\r\n", length)));
        return head.substring(0, head.indexOf(" HTTP"))
                + ' '
                + new String(in.readNBytes(count), StandardCharsets.UTF_8);
    }

    public ServerAddress address() {
        return new ServerAddress("127.0.0.1", listener.getLocalPort());
    }

    /** Returns what came in, each as method, path and body. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
