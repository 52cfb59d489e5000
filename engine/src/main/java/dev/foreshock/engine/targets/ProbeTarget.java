package dev.foreshock.engine.targets;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.describe.Validated;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A look at the real system: it is well while a page answers in time.
 *
 * @param get the page
 * @param every how often it is asked for
 * @param within how long it may take
 * @param status the status that it must answer with
 */
@Doc(
        "A look at the real system: all is well while a page answers in time. It must be well before a run, and a run ends when it is not.")
@Shorthand("get")
public record ProbeTarget(
        @Doc("The page, as http://host:port/path.") String get,

        @Doc("How often it is asked for.") @Default("1s") @Range(min = 0.01, max = 60)
        Duration every,

        @Doc("How long it may take.") @Default("1s") @Range(min = 0.001, max = 60)
        Duration within,

        @Doc("The status that it must answer with.") @Default("200") @Range(min = 100, max = 599)
        int status)
        implements Validated {
    /** A scheme, a host or an address in brackets, perhaps a port, and what RFC 3986 lets follow. */
    private static final Pattern PAGE =
            Pattern.compile("https?://(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?"
                    + "(?:[/?#](?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?");

    @Override
    public void validate(Problems problems) {
        if (!PAGE.matcher(get).matches()) {
            problems.at("get")
                    .add(Flaw.RANGE, "'get' must be a page such as http://127.0.0.1:8080/health, but was " + get);
        }
    }
}
