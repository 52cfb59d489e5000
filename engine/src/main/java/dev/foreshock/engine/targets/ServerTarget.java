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
 */
@Doc("A server that speaks the API of Toxiproxy.")
@Shorthand("address")
public record ServerTarget(
        @Doc("Where its API is, as host:port.") String address,

        @Doc(
                "Whether it may be on another machine: the API has no password, and whoever reaches it can break what goes through.")
        @Default("no")
        boolean remote)
        implements Validated {
    private static final Pattern FORM = Pattern.compile("(?:\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+):(\\d{1,5})");
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
    }
}
