package dev.foreshock.cli.internal.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of Foreshock, as Maven wrote it into the jar. */
public final class Version implements IVersionProvider {
    private static final String PROPERTIES = "/META-INF/maven/dev.foreshock/foreshock-cli/pom.properties";

    public static String foreshock() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(PROPERTIES)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return "unknown";
        }
        return properties.getProperty("version", "unreleased");
    }

    public static String java() {
        return Runtime.version().toString();
    }

    @Override
    public String[] getVersion() {
        return new String[] {"foreshock " + foreshock() + " (Java " + java() + ")"};
    }
}
