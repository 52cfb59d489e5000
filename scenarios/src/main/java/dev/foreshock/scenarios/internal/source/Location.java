package dev.foreshock.scenarios.internal.source;

/** A place where a file can be, and from where other files are named relatively. */
public sealed interface Location permits DiskFile, LibraryFile {

    /** The largest file that is read. */
    int MOST_BYTES = 5 << 20;

    /** Returns the file as a person would name it. */
    String shown();

    /** Returns the file's bytes, at most {@code most} of them. */
    byte[] bytes(int most) throws Unavailable;

    /** What a name begins with that is meant from the root of the library, wherever it stands. */
    String LIBRARY = "library:";

    /** Tells whether there is such a file. */
    boolean exists();

    /** Returns the file named {@code relative} from here; from the root of the library after {@link #LIBRARY}. */
    Location sibling(String relative) throws Unavailable;

    /** Returns the file named {@code relative} from the root of the library. */
    default Location libraryFile(String relative) throws Unavailable {
        return new LibraryFile("").sibling(relative);
    }
}
