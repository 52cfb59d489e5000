package dev.foreshock.engine.theory;

/**
 * One value from theory.
 *
 * @param id its number, {@code O001.3}
 * @param model the model, as the table names it
 * @param parameters the parameters
 * @param metric what the value is of
 * @param value the value; infinite where the mean grows for ever
 */
record Row(String id, String model, Parameters parameters, String metric, double value) {
    /** Returns the number of the model with its parameters: {@code O001}. */
    String group() {
        return id.substring(0, id.indexOf('.'));
    }
}
