package dev.makeline.benchmark.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.benchmark.instance.ApiClient;
import java.util.Map;
import java.util.Optional;

/// Somebody with an account. A log in takes a processor some tenths of a second.
public record Person(String username, String password) {

    /// Registers somebody.
    public static Person register(ApiClient api, String username) {
        Person person = new Person(username, "a password that nobody else has");
        api.send(
                "POST",
                "/users",
                Optional.empty(),
                Optional.of(
                        Map.of(
                                "firstName",
                                "Ada",
                                "lastName",
                                "Example",
                                "email",
                                username + "@example.org",
                                "username",
                                username,
                                "password",
                                person.password)));
        return person;
    }

    /// A log in as a program.
    public Tokens logIn(ApiClient api) {
        return Tokens.of(
                api.send(
                        "POST",
                        "/login",
                        Optional.empty(),
                        Optional.of(Map.of("username", username, "password", password))));
    }

    /// What a log in and every refresh give.
    public record Tokens(String access, String refresh) {

        private static Tokens of(JsonNode answer) {
            return new Tokens(
                    answer.path("access_token").asText(), answer.path("refresh_token").asText());
        }

        /// Uses this refresh token up.
        Tokens next(ApiClient api) {
            return of(
                    api.send(
                            "POST",
                            "/tokens/refresh",
                            Optional.empty(),
                            Optional.of(Map.of("refresh_token", refresh))));
        }
    }
}
