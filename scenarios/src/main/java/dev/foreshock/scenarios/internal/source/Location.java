package dev.foreshock.scenarios.internal.source;

/** A place where a file can be, and from where other files are named relatively. */
public sealed interface Location permits DiskFile, LibraryFile {

    /** The largest file that is read. */
    int MOST_BYTES = 5 << 20;

    /** Returns the file as a person would name it. */
    String shown();

    /** Returns the file's bytes, at most {@code most} of them. */
    byte[] bytes(int most) throws Unavailable;

    /** Returns the file named {@code relative} from here. */
    Location sibling(String relative) throws Unavailable;
}
