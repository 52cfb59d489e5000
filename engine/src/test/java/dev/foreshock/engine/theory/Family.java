package dev.foreshock.engine.theory;

import java.util.function.Function;

/**
 * A model of the table with any parameters.
 *
 * @param model its name in the table
 * @param build makes a model of parameters
 */
record Family(String model, Function<Parameters, Model> build) {
    /** Returns the name of a family that checks one metric of a model apart from the others, in a scenario of its own. */
    static String apart(String model, String metric) {
        return model + " | " + metric;
    }
}
