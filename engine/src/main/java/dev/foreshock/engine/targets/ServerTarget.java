package dev.foreshock.engine.targets;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.describe.Validated;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that speaks the API of Toxiproxy.
 *
 * @param address where its API is, as {@code host:port}
 * @param remote whether it may be beyond this machine
 * @param starts whether a run starts it where nobody answers there, as a process of its own that ends with the run
 */
@Doc("A server that speaks the API of Toxiproxy.")
@Shorthand("address")
public record ServerTarget(
        @Doc("Where its API is, as host:port.") String address,

        @Doc(
                "Whether it may be on another machine: the API has no password, and whoever reaches it can break what goes through.")
        @Default("no")
        boolean remote,

        @Doc(
                "Whether a run starts it where nobody answers at its address: the embedded server, as a process of its own that has the proxies of the target's links and ends with the run.")
        @Default("no")
        boolean starts)
        implements Validated {
    private static final Pattern FORM = Pattern.compile("(?:\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+):(\\d{1,5})");
    private static final Pattern HERE = Pattern.compile("(?:127\\.[0-9.]+|localhost|\\[::1]):");
    private static final int MOST_PORT = 65_535;

    @Override
    public void validate(Problems problems) {
        Matcher form = FORM.matcher(address);
        if (!form.matches() || Integer.parseInt(form.group(1)) < 1 || Integer.parseInt(form.group(1)) > MOST_PORT) {
            problems.at("address")
                    .add(
                            Flaw.RANGE,
                            "'address' must be host:port, but was " + address,
                            "the API of Toxiproxy is usually at 127.0.0.1:8474");
        }
        if (starts && !HERE.matcher(address).lookingAt()) {
            problems.at("starts")
                    .add(
                            Flaw.CONFLICT,
                            "a server that a run starts must be at 127.0.0.1 or localhost, but was at " + address,
                            "run foreshock toxiproxy on that machine, and leave 'starts' out");
        }
    }
}
