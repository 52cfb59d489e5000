package dev.foreshock.faults;

/** Starts a server of its own that leads to a port, says where its control is, and waits to be killed. */
public final class Owner {
    private Owner() {}

    public static void main(String[] args) throws Exception {
        try (ToxiproxyProcess server = ToxiproxyProcess.start(
                ToxiproxyOptions.seeded(1).onPort(0),
                "[{\"name\":\"db\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:" + args[0] + "\"}]")) {
            System.out.println(server.port());
            System.in.read();
        }
    }
}
