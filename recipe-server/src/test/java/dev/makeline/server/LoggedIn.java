package dev.makeline.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.ProtocolJson;
import java.util.Map;

/// Somebody who registered and logged in as a program does.
record LoggedIn(Person person, Api api, String refreshToken) {

    static LoggedIn at(RunningServer server) {
        Person person = Person.any();
        new Api(server.uri(), "").post("/v1/users", person.json());
        return again(server, person);
    }

    /// With tokens of their own.
    static LoggedIn again(RunningServer server, Person person) {
        Api.Answer answer = new Api(server.uri(), "").post("/v1/login", credentials(person));
        if (answer.status() != 200) {
            throw new AssertionError("No log in: " + answer.body());
        }
        JsonNode tokens = answer.json();
        return new LoggedIn(
                person,
                new Api(server.uri(), tokens.path("access_token").asText()),
                tokens.path("refresh_token").asText());
    }

    static String credentials(Person person) {
        return credentials(person.username(), person.password());
    }

    static String credentials(String username, String password) {
        return ProtocolJson.write(Map.of("username", username, "password", password));
    }

    static String refresh(String refreshToken) {
        return ProtocolJson.write(Map.of("refresh_token", refreshToken));
    }

    String userId() {
        return api.get("/v1/sessions/current").json().path("userId").asText();
    }
}
