package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.UsersSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of a component or of users, found by its address, such as {@code web.checkout.db}. Names have dots as well, so the address alone
 * does not tell where one ends: the scenario does.
 *
 * @param caller the component, or {@code users}
 * @param call the name of the call, or of the class of users
 */
public record CallPlace(String caller, String call) {
    static final String USERS = "users";

    /** Returns the call at an address; nothing if there is none, or more than one could be meant. */
    public static Optional<CallPlace> at(String address, Scenario scenario) {
        List<CallPlace> meant = new ArrayList<>();
        for (int dot = address.indexOf('.'); dot >= 0; dot = address.indexOf('.', dot + 1)) {
            CallPlace place = new CallPlace(address.substring(0, dot), address.substring(dot + 1));
            if (place.exists(scenario)) {
                meant.add(place);
            }
        }
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private boolean exists(Scenario scenario) {
        if (caller.equals(USERS)) {
            return scenario.users().containsKey(call);
        }
        ComponentSpec component = scenario.system().components().get(caller);
        return component != null
                && (component.calls().containsKey(call)
                        || component.dependencies().contains(call));
    }

    public boolean isOfUsers() {
        return caller.equals(USERS);
    }

    /** Returns the component that it goes to; nothing if it goes to several. */
    Optional<String> to(Scenario scenario) {
        if (isOfUsers()) {
            UsersSpec users = scenario.users().get(call);
            Set<String> entries = users == null ? Set.of() : users.entries();
            return entries.size() == 1 ? Optional.of(entries.iterator().next()) : Optional.empty();
        }
        ComponentSpec component = scenario.system().components().get(caller);
        CallSpec made = component == null ? null : component.calls().get(call);
        return Optional.of(made == null || made.to() == null ? call : made.to());
    }
}
