package dev.foreshock.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text of a scenario to start from. */
public final class Starter {

    /** What the first line of a scenario calls the schema, which is to lie beside it. */
    public static final String SCHEMA_FILE = "scenario-v1.json";

    private Starter() {}

    /** Returns a scenario of two tiers in which every setting is explained by a comment. */
    public static String twoTiers() {
        try (InputStream in = Starter.class.getResourceAsStream("/starter/scenario.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the starter must be among the resources, but is not");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
