package dev.foreshock.engine.theory;

/**
 * How long a queue must be watched.
 *
 * @param warmUnits what is not looked at
 * @param customers the customers of each replication for the full accuracy
 * @param quickCustomers the same for a quick look
 */
record Effort(double warmUnits, double customers, double quickCustomers) {
    /** Returns how far a mean may lie from theory: 1 % up to a utilization of .8, 2 % up to .95, else and for heavy tails 5 %. */
    static double tolerance(double rho, double squaredVariation) {
        if (squaredVariation >= 4 || rho > 0.951) {
            return 0.05;
        }
        return rho <= 0.801 ? 0.01 : 0.02;
    }

    /**
     * Returns the effort for a standard error of {@code tolerance / 3.5}: the relative variance of the mean over {@code n}
     * customers is near {@code 5 / ((1 - rho)^2 n)} times {@code ((1 + cv^2) / 2)^2} (Whitt, "Planning queueing simulations",
     * 1989). The relaxation time is near {@code (1 + cv^2) / 2 / (1 - rho)^2} service times.
     */
    static Effort of(double rho, double squaredVariation, double tolerance) {
        double spread = (1 + squaredVariation) / 2;
        double slowness = 1 / ((1 - rho) * (1 - rho));
        double error = tolerance / 3.5;
        double customers = Math.max(2e6, 5 * slowness * spread * spread / (error * error)) / Trial.REPLICATIONS;
        return new Effort(20 * spread * slowness, customers, Math.min(customers, 5_000 * slowness / 25));
    }
}
