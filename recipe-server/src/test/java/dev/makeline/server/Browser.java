package dev.makeline.server;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What a browser does by itself: sends the cookie, and says from which site a request comes.
record Browser(Api api, String cookie, String csrfToken) {

    static final String COOKIE = "__Host-makeline";

    static Browser logIn(RunningServer server, Person person) {
        Api anonymous = new Api(server.uri(), "");
        Api.Answer answer =
                anonymous.post(
                        "/v1/sessions",
                        LoggedIn.credentials(person),
                        "Sec-Fetch-Site",
                        "same-origin");
        if (answer.status() != 201) {
            throw new AssertionError("No log in: " + answer.body());
        }
        return new Browser(anonymous, cookieOf(answer), answer.json().path("csrfToken").asText());
    }

    static Browser of(RunningServer server) {
        Person person = Person.any();
        new Api(server.uri(), "").post("/v1/users", person.json());
        return logIn(server, person);
    }

    /// Name and value.
    static String cookieOf(Api.Answer answer) {
        String header = answer.header("Set-Cookie").orElseThrow();
        return header.substring(0, header.indexOf(';'));
    }

    Api.Answer get(String path, String... headers) {
        return api.get(path, with(headers));
    }

    /// As a page of this site does that knows the token.
    Api.Answer change(String method, String path, String body) {
        return send(method, path, body, "Sec-Fetch-Site", "same-origin", "X-CSRF-Token", csrfToken);
    }

    Api.Answer send(String method, String path, String body, String... headers) {
        return api.send(method, path, BodyPublishers.ofString(body), with(headers));
    }

    private String[] with(String... headers) {
        List<String> all = new ArrayList<>(List.of("Cookie", cookie));
        Collections.addAll(all, headers);
        return all.toArray(String[]::new);
    }
}
