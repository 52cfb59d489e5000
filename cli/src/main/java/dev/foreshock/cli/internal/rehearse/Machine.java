package dev.foreshock.cli.internal.rehearse;

/**
 * What is known of a machine that has to do with what a hop costs on it. Not its name.
 *
 * @param processors how many processors it has
 * @param jdk the version of Java, such as 17
 * @param os the operating system and what its programs are for, such as {@code Linux amd64}
 */
public record Machine(int processors, int jdk, String os) {
    /** Returns the machine that this process is on. */
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                System.getProperty("os.name", "unknown") + " " + System.getProperty("os.arch", "unknown"));
    }

    /** Returns it for people. */
    @Override
    public String toString() {
        return processors + (processors == 1 ? " processor" : " processors") + ", JDK " + jdk + ", " + os;
    }
}
