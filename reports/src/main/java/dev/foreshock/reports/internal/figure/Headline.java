package dev.foreshock.reports.internal.figure;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.util.ArrayList;
import java.util.List;

/** Says in one line what was run. */
public final class Headline {
    private Headline() {}

    /** Returns the line: {@code shop · 5h 00m simulated · 20 replications · seed 1177 · 1.19 M requests each · 7.9 s}. */
    public static String of(RunSet runs, RunContext context) {
        return of(Account.of(runs), context);
    }

    /** Returns the line about what a run came to. */
    public static String of(Account runs, RunContext context) {
        List<String> parts = new ArrayList<>();
        parts.add(Markup.printable(runs.scenario()));
        String changes = ChangedWords.of(context.origin());
        if (!changes.isEmpty()) {
            parts.add(Markup.printable(changes));
        }
        parts.add(Amounts.span(runs.exemplar().clock().lengthNanos() / 1e9) + " " + runs.world());
        parts.add(
                runs.replications() == 1
                        ? "1 replication (n=1)" + (runs.ended().isInterrupted() ? LookWords.brief(runs.ended()) : "")
                        : runs.replications() + " replications" + LookWords.brief(runs.ended()));
        parts.add("seed " + runs.seed());
        Estimate offered = runs.figures().get("offered");
        if (offered != null) {
            parts.add(Amounts.count(offered.value()) + " requests" + (runs.replications() == 1 ? "" : " each"));
        }
        if (runs.scale() != 1) {
            String off = FullSize.brief(runs.fullSize());
            parts.add("scale " + scale(runs.scale()) + (off.isEmpty() ? "" : " (" + off + ")"));
        }
        parts.add(Amounts.span(context.wall().toMillis() / 1e3));
        return String.join(" · ", parts);
    }

    /** Returns a factor on the size, as {@code 1:10} where it is one part of a whole number. */
    public static String scale(double scale) {
        double parts = 1 / scale;
        boolean isPart = scale < 1 && Math.abs(parts - Math.rint(parts)) < 1e-9;
        return isPart ? "1:" + Math.round(parts) : Amounts.digits(scale);
    }
}
