package dev.makeline.server.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Passwords that are tried first, of at least the shortest length allowed, in lower case.
final class CommonPasswords {

    private static final String RESOURCE = "common-passwords.txt";
    private static final String COMMENT = "# ";

    private final Set<String> passwords;

    private CommonPasswords(Set<String> passwords) {
        this.passwords = passwords;
    }

    static CommonPasswords shipped() {
        try (InputStream resource =
                        Objects.requireNonNull(
                                CommonPasswords.class.getResourceAsStream(RESOURCE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
            return new CommonPasswords(
                    lines.lines()
                            .filter(line -> !line.startsWith(COMMENT))
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }

    boolean contains(String lowerCase) {
        return passwords.contains(lowerCase);
    }

    int size() {
        return passwords.size();
    }
}
