package dev.foreshock.reports.internal.account;

import java.util.List;

/**
 * A component, or a class of users, with what it calls.
 *
 * @param name its name
 * @param kind its kind in files, such as {@code server}; {@code users} for a class of users
 * @param calls the components that it calls, sorted
 */
public record Part(String name, String kind, List<String> calls) {
    /** The kind of those who call and are never called. */
    public static final String USERS = "users";

    /** Copies the list. */
    public Part {
        calls = List.copyOf(calls);
    }
}
