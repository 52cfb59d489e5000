package dev.foreshock.scenarios.internal.source;

import dev.foreshock.scenarios.Code;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A file of the library, on the class path.
 *
 * @param name its path below the library's root
 */
public record LibraryFile(String name) implements Location {

    private static final String ROOT = "/library/";

    @Override
    public String shown() {
        return "library/" + name;
    }

    @Override
    public byte[] bytes(int most) throws Unavailable {
        try (InputStream in = LibraryFile.class.getResourceAsStream(ROOT + name)) {
            if (in == null || name.isEmpty()) {
                throw new Unavailable(Code.FILE, "the file must exist, but the library has no " + name, "");
            }
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new Unavailable(
                    Code.FILE,
                    "the file must be readable, but was not: " + e.getClass().getSimpleName(),
                    "");
        }
    }

    @Override
    public boolean exists() {
        return !name.isEmpty() && LibraryFile.class.getResource(ROOT + name) != null;
    }

    @Override
    public Location sibling(String relative) throws Unavailable {
        if (relative.startsWith(LIBRARY)) {
            return libraryFile(relative.substring(LIBRARY.length()));
        }
        Deque<String> parts = new ArrayDeque<>();
        int folder = name.lastIndexOf('/');
        for (String part : ((folder < 0 ? "" : name.substring(0, folder + 1)) + relative).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    throw new Unavailable(Code.FILE, "a file of the library must lie in it, but was " + relative, "");
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return new LibraryFile(String.join("/", parts));
    }
}
