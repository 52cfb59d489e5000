package dev.foreshock.cli.internal.findings;

/** How GitHub Actions is told to show something: a line of its own, in which what would end it is escaped. */
final class WorkflowCommand {
    private final StringBuilder line;
    private boolean hasProperties;

    /** Begins a command, such as {@code error}. */
    WorkflowCommand(String name) {
        line = new StringBuilder("::").append(name);
    }

    /** Adds a property. */
    WorkflowCommand with(String property, String value) {
        line.append(hasProperties ? ',' : ' ').append(property).append('=');
        line.append(data(value).replace(":", "%3A").replace(",", "%2C"));
        hasProperties = true;
        return this;
    }

    /** Adds a property that is a number. */
    WorkflowCommand with(String property, int value) {
        return with(property, Integer.toString(value));
    }

    /** Returns the line, ended by a line feed. */
    String saying(String text) {
        return line + "::" + data(text) + "\n";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
