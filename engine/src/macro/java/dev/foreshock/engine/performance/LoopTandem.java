package dev.foreshock.engine.performance;

/**
 * The tandem as a loop written for it alone: one next time per server and per connection, found by looking at all of them, and
 * timeouts in the order of arrival, which is the order in which they are due. It is what generality costs against.
 */
final class LoopTandem {
    private static final int SLOTS = 1 << 14;
    private static final int ARRIVAL = 0;
    private static final int FIRST_CONNECTION = 1 + Tandem.SERVERS;
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private final boolean hasTimeouts;
    /** When the next request arrives, each server is done, and each connection is done. */
    private final double[] due = new double[FIRST_CONNECTION + Tandem.CONNECTIONS];

    private final int[] request = new int[due.length];
    private final double[] sentAt = new double[SLOTS];
    private final boolean[] over = new boolean[SLOTS];
    private final int[][] queue = new int[Tandem.SERVERS + 1][SLOTS];
    private final int[] head = new int[Tandem.SERVERS + 1];
    private final int[] size = new int[Tandem.SERVERS + 1];
    private long state;
    private int sent;
    private int oldest;
    private long ended;
    private long good;
    private double sum;

    private LoopTandem(boolean hasTimeouts, long seed) {
        this.hasTimeouts = hasTimeouts;
        state = seed * GAMMA;
        java.util.Arrays.fill(due, NEVER);
    }

    /** Returns the contestant. */
    static Contestant of(Tandem tandem) {
        return (seed, seconds) -> new LoopTandem(tandem.hasTimeouts(), seed).run(seconds);
    }

    private double exponential(double mean) {
        state += GAMMA;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return -Math.log(((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53 + 0x1.0p-54) * mean;
    }

    private Figures run(int seconds) {
        due[ARRIVAL] = exponential(1 / Tandem.PER_SECOND);
        while (true) {
            int next = 0;
            for (int i = 1; i < due.length; i++) {
                next = due[i] < due[next] ? i : next;
            }
            double now = due[next];
            giveUp(Math.min(now, seconds));
            if (now > seconds) {
                return new Figures(ended, sum / ended, (double) good / seconds);
            }
            if (next == ARRIVAL) {
                arrive(now);
            } else if (next < FIRST_CONNECTION) {
                worked(next, now);
            } else {
                queried(next, now);
            }
        }
    }

    private void giveUp(double now) {
        while (hasTimeouts && oldest < sent && sentAt[oldest % SLOTS] + Tandem.TIMEOUT_SECONDS <= now) {
            int slot = oldest++ % SLOTS;
            if (!over[slot]) {
                over[slot] = true;
                ended++;
                sum += Tandem.TIMEOUT_SECONDS;
            }
        }
    }

    private void arrive(double now) {
        due[ARRIVAL] = now + exponential(1 / Tandem.PER_SECOND);
        int slot = sent++ % SLOTS;
        sentAt[slot] = now;
        over[slot] = false;
        int least = 0;
        for (int server = 1; server < Tandem.SERVERS; server++) {
            least = size[server] < size[least] ? server : least;
        }
        join(least, slot);
        if (size[least] == 1) {
            due[1 + least] = now + exponential(Tandem.WORK_SECONDS);
        }
    }

    private void join(int line, int slot) {
        queue[line][(head[line] + size[line]++) % SLOTS] = slot;
    }

    private int leave(int line) {
        int slot = queue[line][head[line]];
        head[line] = (head[line] + 1) % SLOTS;
        size[line]--;
        return slot;
    }

    private void worked(int timer, double now) {
        int server = timer - 1;
        int slot = leave(server);
        due[timer] = size[server] > 0 ? now + exponential(Tandem.WORK_SECONDS) : NEVER;
        for (int connection = FIRST_CONNECTION; connection < due.length; connection++) {
            if (due[connection] == NEVER) {
                query(connection, slot, now);
                return;
            }
        }
        join(Tandem.SERVERS, slot);
    }

    private void query(int connection, int slot, double now) {
        request[connection] = slot;
        due[connection] = now + exponential(Tandem.QUERY_SECONDS);
    }

    private void queried(int connection, double now) {
        int slot = request[connection];
        if (!over[slot]) {
            over[slot] = true;
            ended++;
            good++;
            sum += now - sentAt[slot];
        }
        due[connection] = NEVER;
        if (size[Tandem.SERVERS] > 0) {
            query(connection, leave(Tandem.SERVERS), now);
        }
    }
}
