package dev.foreshock.faults.internal.plan;

import dev.foreshock.faults.internal.journal.EntryJson;
import dev.foreshock.faults.plan.Plan;
import dev.foreshock.faults.plan.PlannedFault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which a reviewed plan is known. */
public final class PlanHash {
    private static final int SHOWN_BYTES = 8;

    private PlanHash() {}

    /** Returns the hash of a plan. */
    public static String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        line(text, plan.scenario());
        line(text, plan.target());
        // A record of values alone, with sorted maps: its text says all of it, and equal ones say the same.
        line(text, plan.spec().toString());
        line(text, plan.call().toString());
        for (PlannedFault fault : plan.faults()) {
            line(text, fault.name());
            line(text, fault.fromNanos() + " " + fault.toNanos());
            fault.changes()
                    .forEach(change -> line(
                            text, EntryJson.write(change).replace("foreshock-" + plan.run() + '-', "foreshock-RUN-")));
        }
        line(text, plan.leasing().toString());
        plan.before().forEach(before -> line(text, EntryJson.write(before)));
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void line(StringBuilder text, String line) {
        // With its length, so that no two lists of lines read alike.
        text.append(line.length()).append(' ').append(line).append('\n');
    }
}
