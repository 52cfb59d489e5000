package dev.foreshock.reports.internal.figure;

import dev.foreshock.reports.internal.account.Account;

/** Says of what figures are: of the one replication that is told, or of all of them in the mean. */
public final class Told {
    private Told() {}

    /** Returns which replication is told; for the middle of a sentence. */
    public static String replication(Account account) {
        return "replication " + (account.exemplar().number() + 1) + " of " + account.replications();
    }

    /** Returns the same with why it is that one; empty where there is no other. */
    public static String chosen(Account account) {
        return account.replications() == 1 ? "" : replication(account) + ", the one closest to the middle";
    }

    /** Returns that a figure is a mean; for the middle of a sentence. */
    public static String mean(Account account) {
        return account.replications() == 1
                ? "in this one replication"
                : "in the mean of " + account.replications() + " replications";
    }
}
