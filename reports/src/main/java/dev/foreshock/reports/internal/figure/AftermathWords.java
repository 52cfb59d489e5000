package dev.foreshock.reports.internal.figure;

import dev.foreshock.engine.result.Aftermath.Burden;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Recovery;
import dev.foreshock.reports.internal.text.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says whether the system came back once its trigger was over, and what sustained the failure if not. */
public final class AftermathWords {
    private AftermathWords() {}

    /** Returns the sentences; none where there was no trigger. */
    public static List<String> of(Account account) {
        List<String> sentences = new ArrayList<>();
        Recovery recovery = account.recovery();
        if (recovery == null) {
            return sentences;
        }
        Estimate share = recovery.cameBack();
        long back = Math.round(share.value() * share.n());
        String runs = back + " of " + share.n() + (share.n() == 1 ? " replication" : " replications")
                + (share.n() == 1
                        ? ""
                        : " [" + Amounts.share(share.low()) + " .. " + Amounts.share(share.high()) + "]");
        Double median = recovery.medianSeconds();
        if (back == 0) {
            sentences.add("after the trigger (" + recovery.trigger() + ") was over, the system came back in none of "
                    + share.n() + (share.n() == 1 ? " replication" : " replications") + ": "
                    + notAsItWas(account).orElse("the failure is metastable"));
        } else {
            String soon = median == null
                    ? ""
                    : median == 0 ? ", at once in the median" : ", within " + Amounts.span(median) + " in the median";
            sentences.add(
                    "after the trigger (" + recovery.trigger() + ") was over, the system came back in " + runs + soon);
        }
        burdens(account).forEach(burden -> sentences.add("what sustained it: " + burden(burden)));
        return sentences;
    }

    /** Returns the sentences as a paragraph; empty where there was no trigger. */
    public static String paragraph(Account account) {
        return of(account).stream()
                .map(sentence -> Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".")
                .collect(Collectors.joining(" "));
    }

    /** Returns what sustained the failure, for the middle of a sentence; empty where nothing that is known did. */
    public static String sustained(Account account) {
        return burdens(account).stream().map(AftermathWords::burden).collect(Collectors.joining("; "));
    }

    /**
     * Returns which components were down when the run ended, or had been told to let in a share of their users: then the system is no more as it was,
     * and its load sustains nothing.
     */
    public static Optional<String> notAsItWas(Account account) {
        List<String> down = account.exemplar().downAtTheEnd();
        List<String> told = new ArrayList<>();
        if (!down.isEmpty()) {
            told.add(
                    String.join(" and ", down) + (down.size() == 1 ? " is" : " are") + " still down when the run ends");
        }
        account.exemplar()
                .closedAtTheEnd()
                .forEach((name, share) -> told.add(
                        name + " still lets in " + share + " of its users when the run ends, as a step had it do"));
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", told));
    }

    private static List<Burden> burdens(Account account) {
        Recovery recovery = account.recovery();
        return recovery == null || notAsItWas(account).isPresent() ? List.of() : recovery.sustained();
    }

    private static String burden(Burden burden) {
        String calls = String.format(Locale.ROOT, "%.2f calls a request", burden.callsSince());
        String before = Double.isNaN(burden.callsBefore())
                ? ""
                : String.format(Locale.ROOT, " (%.2f before)", burden.callsBefore());
        return burden.component() + " got " + calls + before + ", and " + Amounts.share(burden.inVain())
                + " of them brought their callers nothing";
    }
}
