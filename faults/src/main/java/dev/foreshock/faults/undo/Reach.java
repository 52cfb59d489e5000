package dev.foreshock.faults.undo;

import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ToxicControl;
import dev.foreshock.faults.control.ToxiproxyControl;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the server that a change is about. */
@FunctionalInterface
public interface Reach {
    /** Returns the control of the server at {@code address}, written as {@code host:port}. */
    ToxicControl server(String address);

    /** Returns a reach by the network, whose calls each take at most {@code patience}. */
    static Reach network(Duration patience) {
        Map<String, ToxicControl> known = new ConcurrentHashMap<>();
        return address ->
                known.computeIfAbsent(address, text -> new ToxiproxyControl(ServerAddress.parse(text), patience));
    }
}
