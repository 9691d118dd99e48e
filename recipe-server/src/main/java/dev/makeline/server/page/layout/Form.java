package dev.makeline.server.page.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fields of a form that a page sent, taken by name.
public final class Form {

    /// Bytes; several times the longest fields together.
    private static final int LONGEST = 65_536;

    private final Map<String, List<String>> fields;

    private Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /// @param body as `application/x-www-form-urlencoded`
    /// @throws ProblemException with 400 or 413 when it is no small form
    public static Form of(byte[] body) {
        return of(body, LONGEST);
    }

    /// @param longest bytes
    /// @throws ProblemException with 400 or 413 when it is no form, or too large
    public static Form of(byte[] body, int longest) {
        if (body.length > longest) {
            throw new ProblemException(
                    ProblemType.DOCUMENT_TOO_LARGE,
                    "A form has at most %d bytes, not %d.".formatted(longest, body.length));
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String field : new String(body, UTF_8).split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decoded(field.substring(0, equals)), _ -> new ArrayList<>())
                        .add(decoded(field.substring(equals + 1)));
            }
        }
        return new Form(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException _) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "The form is not encoded as browsers do it.");
        }
    }

    /// The first of that name; empty for one that is not there.
    public Optional<String> field(String name) {
        return all(name).stream().findFirst();
    }

    /// As it was written; the empty text for one that is not there.
    public String text(String name) {
        return field(name).orElse("");
    }

    /// In the order in which they came.
    Set<String> names() {
        return Collections.unmodifiableSet(fields.keySet());
    }

    /// All of that name, such as the ticked boxes of a list.
    public List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }
}
