package dev.foreshock.faults.undo;

import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ServerTokens;
import dev.foreshock.faults.control.ToxicControl;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.process.ProcessControl;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Finds what a change is about. */
@FunctionalInterface
public interface Reach {
    /** Returns the control of the server at {@code address}, written as {@code host:port}. */
    ToxicControl server(String address);

    /** Returns the processes of this machine. */
    default ProcessControl processes() {
        return ProcessControl.local();
    }

    /** Returns a reach of the same whose calls to servers take at most {@code patience}. */
    default Reach within(Duration patience) {
        return through(control -> control.within(patience));
    }

    /** Returns a reach of the same in which what is done to servers is done under a lease. */
    default Reach under(LeaseTerms terms) {
        return through(control -> control.under(terms));
    }

    private Reach through(UnaryOperator<ToxicControl> how) {
        Reach plain = this;
        return new Reach() {
            @Override
            public ToxicControl server(String address) {
                return how.apply(plain.server(address));
            }

            @Override
            public ProcessControl processes() {
                return plain.processes();
            }
        };
    }

    /** Returns a reach by the network, whose calls each take at most {@code patience}. */
    static Reach network(Duration patience) {
        return network(patience, ServerTokens.NONE);
    }

    /**
     * Returns a reach by the network, whose calls each take at most {@code patience}.
     *
     * @param tokens what servers demand
     */
    static Reach network(Duration patience, ServerTokens tokens) {
        Map<String, ToxicControl> known = new ConcurrentHashMap<>();
        return address -> known.computeIfAbsent(address, text -> {
            ServerAddress server = ServerAddress.parse(text);
            return new ToxiproxyControl(server, patience, tokens.of(server));
        });
    }
}
