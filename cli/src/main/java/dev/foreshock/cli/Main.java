package dev.foreshock.cli;

/** PLACEHOLDER, replace me: the one main that a person calls. */
public final class Main {
    private Main() {}

    /**
     * Says that nothing is here yet.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        System.out.println("not yet");
    }
}
