package dev.foreshock.engine.target;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.describe.Validated;
import java.net.URI;
import java.time.Duration;

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
    @Override
    public void validate(Problems problems) {
        boolean isPage;
        try {
            URI page = URI.create(get);
            isPage = page.getHost() != null && ("http".equals(page.getScheme()) || "https".equals(page.getScheme()));
        } catch (IllegalArgumentException e) {
            isPage = false;
        }
        if (!isPage) {
            problems.at("get")
                    .add(Flaw.RANGE, "'get' must be a page such as http://127.0.0.1:8080/health, but was " + get);
        }
    }
}
