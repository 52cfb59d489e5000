package dev.foreshock.reports.internal.figure;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Words;
import dev.foreshock.reports.internal.text.Amounts;

/** Says once who counts as affected, and of whom the share is. */
public final class AffectedWords {
    private AffectedWords() {}

    /** Returns the sentence; empty where there are no users. */
    public static String sentence(Account account) {
        Estimate total = account.figures().get("total");
        if (total == null || total.value() == 0) {
            return "";
        }
        Words words = account.words();
        return "A user is affected when one of their page views finally failed or took longer than "
                + (words.affected().isEmpty() ? "the file allows" : words.affected())
                + "; shares are of the population, "
                + (total.n() == 1 ? "the " : "about ") + Amounts.count(Math.rint(total.value()))
                + " users with a request in "
                + (words.population().isEmpty() ? "the time that counts" : words.population()) + ".";
    }
}
