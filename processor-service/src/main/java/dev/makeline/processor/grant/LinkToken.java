package dev.makeline.processor.grant;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Takes what all links of an environment share, the session token of whoever signed them, out of
/// them: it is most of a link, and what a task is told has few characters. Pure functions.
public final class LinkToken {

    private static final String NAME = "MAKELINE_LINK_TOKEN";
    private static final String PARAMETER = "X-Amz-Security-Token=";
    private static final String PLACE = PARAMETER + "*";
    private static final Pattern TOKEN = Pattern.compile(PARAMETER + "([^&\\s]+)");

    private LinkToken() {}

    /// With the token by itself; the same where links have none.
    public static Map<String, String> apart(Map<String, String> environment) {
        Optional<String> token =
                environment.values().stream()
                        .flatMap(value -> TOKEN.matcher(value).results())
                        .map(found -> found.group(1))
                        .findFirst();
        return token.map(
                        one -> {
                            Map<String, String> shorter =
                                    each(
                                            environment,
                                            value -> value.replace(PARAMETER + one, PLACE));
                            shorter.put(NAME, one);
                            return shorter;
                        })
                .orElse(environment);
    }

    /// What [#apart] was given.
    public static Map<String, String> together(Map<String, String> environment) {
        String token = environment.get(NAME);
        if (token == null) {
            return environment;
        }
        Map<String, String> whole =
                each(environment, value -> value.replace(PLACE, PARAMETER + token));
        whole.remove(NAME);
        return whole;
    }

    private static Map<String, String> each(
            Map<String, String> environment, UnaryOperator<String> change) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.replaceAll((_, value) -> change.apply(value));
        return changed;
    }
}
