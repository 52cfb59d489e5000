package dev.foreshock.engine.steady;

/**
 * The start of a run that does not count.
 *
 * @param nanos how long it is, in nanoseconds; half the run where no end of it was found
 * @param method how its end was found
 */
public record WarmUp(long nanos, Method method) {
    /** How the end of a warm-up is found. */
    public enum Method {
        /** It was given. */
        GIVEN("given"),
        /** By MSER-5 (White, Cobb and Spratt 2000), in the requests in flight and in what is at each component. */
        MSER5("mser5"),
        /** MSER-5 found none in the first half: the system was still on its way, or is never steady. */
        NOT_FOUND("notFound");

        private final String text;

        Method(String text) {
            this.text = text;
        }

        /** Returns the word for it in results. */
        public String text() {
            return text;
        }
    }
}
