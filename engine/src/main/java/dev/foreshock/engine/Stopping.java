package dev.foreshock.engine;

import dev.foreshock.engine.unit.Percent;
import org.jspecify.annotations.Nullable;

/** When there are replications enough. */
public sealed interface Stopping {
    /** How many replications the first look has where their number is not given. */
    int FIRST_LOOK = 20;

    /** More replications than this are never made. */
    int MOST = 100_000;

    /** Returns how many replications there are at least. */
    int first();

    /**
     * One look after a number of replications that was chosen before.
     *
     * @param replications how many, at least 1
     */
    record Fixed(int replications) implements Stopping {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if there is no replication
         */
        public Fixed {
            if (replications < 1) {
                throw new IllegalArgumentException("replications must be at least 1, but were " + replications);
            }
        }

        @Override
        public int first() {
            return replications;
        }
    }

    /**
     * Looks after 20, 40, 80, ... replications, at most {@value #MOST}, until every deciding claim is decided or precise. The
     * first look is always taken; a later one only if as many events as its replications are expected to take are left.
     *
     * @param precision null to go on until claims are decided; otherwise until the half width of each deciding claim's interval
     *     is at most this share of its value
     * @param budgetEvents how many events may be simulated; {@link Long#MAX_VALUE} for any number
     */
    record Sequential(@Nullable Percent precision, long budgetEvents) implements Stopping {
        /**
         * Checks the precision.
         *
         * @throws IllegalArgumentException if the precision is 0
         */
        public Sequential {
            if (precision != null && precision.share() == 0) {
                throw new IllegalArgumentException("a precision must be more than 0%, but was 0%");
            }
        }

        @Override
        public int first() {
            return FIRST_LOOK;
        }
    }
}
