package dev.foreshock.engine.theory;

import java.util.function.Function;

/**
 * A model of the table with any parameters.
 *
 * @param model its name in the table
 * @param build makes a model of parameters
 */
record Family(String model, Function<Parameters, Model> build) {}
