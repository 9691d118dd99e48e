package dev.makeline.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// Which version of the product this is.
final class Version {

    static final String OF_BUILD = read();

    private Version() {}

    private static String read() {
        Properties properties = new Properties();
        try (InputStream stream =
                Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read version.properties", e);
        }
        return Objects.requireNonNull(properties.getProperty("version"));
    }
}
