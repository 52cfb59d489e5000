package dev.foreshock.engine.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the requests of one class.
 *
 * @param requests how many there were, and how they ended
 * @param responseTimes their response times, or null if none ended
 * @param succeeded those that succeeded, in the bins of {@link RunResult#minutes}
 * @param failed those that ended otherwise, in the same bins
 */
public record RequestFigures(
        Requests requests, @Nullable ResponseTimes responseTimes, List<Long> succeeded, List<Long> failed) {
    /** Copies the lists. */
    public RequestFigures {
        succeeded = List.copyOf(succeeded);
        failed = List.copyOf(failed);
    }
}
