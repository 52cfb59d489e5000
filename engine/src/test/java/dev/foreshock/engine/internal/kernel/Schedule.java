package dev.foreshock.engine.internal.kernel;

import java.util.SplittableRandom;

/** An adversarial way of drawing event times: what a queue with buckets finds hard. */
enum Schedule {
    EXPONENTIAL {
        @Override
        long delay(SplittableRandom random) {
            return (long) (-StrictMath.log(1 - random.nextDouble()) * 1e6);
        }
    },
    UNIFORM_WIDE {
        @Override
        long delay(SplittableRandom random) {
            return random.nextLong(1L << 40);
        }
    },
    BIMODAL {
        @Override
        long delay(SplittableRandom random) {
            return random.nextInt(10) == 0 ? 10_000_000_000L + random.nextLong(1000) : random.nextLong(10_000_000);
        }
    },
    HEAVY_TIES {
        @Override
        long delay(SplittableRandom random) {
            return random.nextLong(4) * 100_000_000L;
        }
    },
    ALL_NOW {
        @Override
        long delay(SplittableRandom random) {
            return random.nextInt(500) == 0 ? 1 : 0;
        }
    },
    NANOSECONDS {
        @Override
        long delay(SplittableRandom random) {
            return random.nextLong(20);
        }
    },
    BURSTS {
        @Override
        long delay(SplittableRandom random) {
            long near = random.nextInt(3) == 0 ? 1_000_000 : random.nextLong(200);
            return random.nextInt(50) == 0 ? 60_000_000_000L : near;
        }
    },
    EVERY_SCALE {
        @Override
        long delay(SplittableRandom random) {
            return random.nextLong() >>> (1 + random.nextInt(63));
        }
    },
    FAR_FUTURE {
        @Override
        long delay(SplittableRandom random) {
            return random.nextInt(5) == 0 ? Long.MAX_VALUE - random.nextLong(100) : random.nextLong(1_000_000);
        }
    },
    TIMEOUTS {
        @Override
        long delay(SplittableRandom random) {
            return random.nextBoolean() ? 1_000_000_000L : random.nextLong(20_000_000);
        }
    };

    /** A delay of at least 0. */
    abstract long delay(SplittableRandom random);

    long timeAfter(long nowNanos, SplittableRandom random) {
        long time = nowNanos + delay(random);
        return time < 0 ? Long.MAX_VALUE : time;
    }
}
