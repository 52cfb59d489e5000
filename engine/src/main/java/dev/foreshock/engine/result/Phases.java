package dev.foreshock.engine.result;

import org.jspecify.annotations.Nullable;

/**
 * The times of a response in nanoseconds since the start of the run; null for what did not happen.
 *
 * @param trigger the start of the first impact
 * @param detect the first page
 * @param acknowledge the first responder starts to act
 * @param diagnose the end of the last step before mitigation that gave knowledge
 * @param mitigate the last action before the longest impact was over, if it came within 15 minutes of that
 * @param effect the end of the longest impact, or of the blackout that was half of it or more
 * @param recover the end of the incident
 */
public record Phases(
        @Nullable Long trigger,
        @Nullable Long detect,
        @Nullable Long acknowledge,
        @Nullable Long diagnose,
        @Nullable Long mitigate,
        @Nullable Long effect,
        @Nullable Long recover) {}
