package dev.foreshock.engine.compare;

import dev.foreshock.engine.unit.Quantity;

/** An uncertain plain number. */
record Range(String path, double from, double to, double is) implements Uncertain {
    double value(double place) {
        return from + place * (to - from);
    }

    @Override
    public double written() {
        return (is - from) / (to - from);
    }

    @Override
    public String at(double place) {
        return Quantity.number(value(place));
    }
}
