package dev.foreshock.cli.internal.rehearse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of the moments of a life are tried: {@code 30} is all of thirty, {@code 30:7-12} the seventh to the twelfth of the same thirty.
 *
 * @param of into how many stretches of equal length a life is divided; one moment lies in each
 * @param first the first that is tried, from 1
 * @param last the last
 */
record Moments(int of, int first, int last) {
    private static final Pattern TEXT = Pattern.compile("(\\d+)(?::(\\d+)-(\\d+))?");
    private static final long SEED = 20_261_130;

    /** How a rehearsal is ended. */
    enum Blow {
        /** SIGKILL to the conductor alone. */
        KILL,
        /** SIGKILL to the conductor and all that it started, at once. */
        KILL_ALL,
        /** SIGTERM to the conductor. */
        TERM,
        /** SIGINT to its process group, as a terminal sends it on Ctrl-C. */
        INT
    }

    /**
     * One of them.
     *
     * @param number which, from 1
     * @param share how much of a life has passed by then
     * @param blow how it ends
     */
    record Moment(int number, double share, Blow blow) {}

    /** Reads how many there are, and which of them are tried. */
    static Moments parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "FORESHOCK_KILLED_REHEARSALS must be a number of moments, or one and a range of them as in 30:7-12, but was "
                            + text);
        }
        int of = Integer.parseInt(matcher.group(1));
        return matcher.group(2) == null
                ? new Moments(of, 1, of)
                : new Moments(of, Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    }

    /** Draws them: the same ones whatever the range. Of four in a row each ends in another way. */
    List<Moment> drawn() {
        Random random = new Random(SEED);
        List<Moment> all = new ArrayList<>();
        List<Blow> blows = new ArrayList<>();
        for (int number = 1; number <= of; number++) {
            if (blows.isEmpty()) {
                blows.addAll(List.of(Blow.values()));
                Collections.shuffle(blows, random);
            }
            all.add(new Moment(number, (number - 1 + random.nextDouble()) / of, blows.remove(0)));
        }
        return all.subList(Math.max(0, first - 1), Math.min(of, last));
    }
}
