package dev.foreshock.scenarios.internal.compose;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds services that the settings of others name as hosts: {@code postgres://db:5432}, {@code REDIS_HOST=cache}. What a
 * setting says beyond that is never kept.
 */
final class Hosts {

    private static final Pattern HOST_KEY = Pattern.compile(
            "(?i).*(HOST|HOSTS|HOSTNAME|SERVER|SERVERS|ADDR|ADDRESS|URL|URI|ENDPOINT|ENDPOINTS|BROKER|BROKERS|UPSTREAM"
                    + "|BACKEND|SERVICE|NODES)");

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,59}");

    /** What stands for the command among the settings; no variable can be called so. */
    static final String COMMAND = "command line";

    private Hosts() {}

    /** Returns the setting of {@code service} that names the host {@code name}, if one does. */
    static Optional<String> naming(String name, Service service) {
        String sought = name.toLowerCase(Locale.ROOT);
        // what is no name of a variable could be a value
        return service.hosts().entrySet().stream()
                .filter(setting -> !sought.isEmpty() && isNamedIn(setting, sought))
                .map(setting -> setting.getKey().equals(COMMAND)
                        ? "its command"
                        : VARIABLE.matcher(setting.getKey()).matches() ? setting.getKey() : "its environment")
                .findFirst();
    }

    private static boolean isNamedIn(Map.Entry<String, String> setting, String name) {
        String text = setting.getValue().toLowerCase(Locale.ROOT);
        // DB=db means the host as well.
        boolean isHostKey = HOST_KEY.matcher(setting.getKey()).matches()
                || setting.getKey().toLowerCase(Locale.ROOT).replace('_', '-').equals(name.replace('_', '-'));
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            char before = at == 0 ? ' ' : text.charAt(at - 1);
            char after = end == text.length() ? ' ' : text.charAt(end);
            boolean isWord = !isPartOfName(before) && !isPartOfName(after);
            boolean isAddress = (before == '/' || before == '@') && text.lastIndexOf("//", at) >= 0;
            boolean hasPort = after == ':'
                    && end + 1 < text.length()
                    && (isDigit(text.charAt(end + 1)) || text.charAt(end + 1) == '$');
            boolean isAlone = isHostKey && ",; ".indexOf(before) >= 0 && ",; ".indexOf(after) >= 0;
            if (isWord && (isAddress || hasPort || isAlone)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPartOfName(char c) {
        return (c >= 'a' && c <= 'z') || isDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
