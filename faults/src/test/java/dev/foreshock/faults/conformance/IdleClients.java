package dev.foreshock.faults.conformance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Connects many times to a port, asks for nothing, and stays until its input ends. */
public final class IdleClients {
    private IdleClients() {}

    /**
     * Runs it.
     *
     * @param args the port, how many clients, and what every third of them sends
     */
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        int count = Integer.parseInt(args[1]);
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            open.add(socket);
            if (i % 3 == 0) {
                socket.getOutputStream().write(args[2].getBytes(US_ASCII));
            }
        }
        System.out.println(open.size());
        System.in.transferTo(System.out);
    }
}
