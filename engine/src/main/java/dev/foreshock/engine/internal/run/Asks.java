package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.policy.WeightedChoice;
import dev.foreshock.engine.random.KeyedRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What one class of users asks for: the classes of their requests and where each goes. */
final class Asks {
    private final long stream;
    private final WeightedChoice choice;
    private final int[] requests;
    private final int[] entries;
    private final double[] shares;
    private final List<String> components = new ArrayList<>();

    /**
     * Compiles what {@code users} ask for.
     *
     * @param stream the stream that decides about the class of a page view
     * @param numberOf the number of a class of requests, from 1 on
     */
    Asks(UsersSpec users, long stream, ToIntFunction<String> numberOf) {
        this.stream = stream;
        Map<String, RequestSpec> classes = users.visit().requests();
        int count = Math.max(1, classes.size());
        requests = new int[count];
        entries = new int[count];
        double[] weights = new double[count];
        weights[0] = 1;
        components.addAll(users.entries());
        int index = 0;
        for (Map.Entry<String, RequestSpec> each : classes.entrySet()) {
            requests[index] = numberOf.applyAsInt(each.getKey());
            entries[index] = components.indexOf(users.entry(each.getValue()));
            weights[index] = each.getValue().share().share();
            index++;
        }
        choice = new WeightedChoice(weights);
        shares = new double[components.size()];
        for (int i = 0; i < count; i++) {
            shares[entries[i]] += weights[i];
        }
    }

    /** Returns the components that the requests go to. */
    List<String> components() {
        return components;
    }

    /** Returns what share of the page views goes to a component, by its place among {@link #components}. */
    double share(int entry) {
        return shares[entry];
    }

    /** Draws what a user's page view asks for. */
    int choose(int user, int page) {
        return requests.length == 1 ? 0 : choice.choose(KeyedRandom.uniform(stream, KeyedRandom.key(user, page)));
    }

    /** Returns the class of requests of a choice, 0 for none. */
    int request(int choice) {
        return requests[choice];
    }

    /** Returns where the requests of a choice go, as a place among {@link #components}. */
    int entry(int choice) {
        return entries[choice];
    }
}
