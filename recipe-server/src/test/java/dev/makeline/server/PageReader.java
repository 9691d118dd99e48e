package dev.makeline.server;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What a browser does with pages: asks for them, and sends their forms.
record PageReader(Browser browser) {

    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    static PageReader signedIn(RunningServer server) {
        return new PageReader(Browser.of(server));
    }

    static PageReader ofAdministrator(RunningServer server) {
        Person person = Person.any();
        server.operator().post("/v1/users/admins", person.json());
        return new PageReader(Browser.logIn(server, person));
    }

    static PageReader anonymous(RunningServer server) {
        return new PageReader(new Browser(new Api(server.uri(), ""), "none=none", ""));
    }

    Api.Answer get(String path, String... headers) {
        List<String> all = new ArrayList<>(List.of("Accept", HTML));
        Collections.addAll(all, headers);
        return browser.get(path, all.toArray(String[]::new));
    }

    Document page(String path) {
        Api.Answer answer = get(path);
        if (answer.status() != 200) {
            throw new AssertionError(path + ": " + answer.status() + ' ' + answer.body());
        }
        return read(answer);
    }

    static Document read(Api.Answer answer) {
        return Jsoup.parse(answer.body());
    }

    /// As it stands in a page, with some of its fields filled in.
    ///
    /// @param fields name and value, one after the other; of those that the form has
    Api.Answer send(Element form, String... fields) {
        Set<String> names =
                Set.copyOf(form.select("input, textarea, select, button").eachAttr("name"));
        for (int i = 0; i < fields.length; i += 2) {
            if (!names.contains(fields[i])) {
                throw new AssertionError(
                        "The form of %s has no field %s, but %s"
                                .formatted(form.attr("action"), fields[i], names));
            }
        }
        List<String> pairs = new ArrayList<>();
        form.select("input[type=hidden]")
                .forEach(input -> {
                    pairs.add(input.attr("name"));
                    pairs.add(input.attr("value"));
                });
        Collections.addAll(pairs, fields);
        return post(form.attr("action"), pairs.toArray(String[]::new));
    }

    Api.Answer post(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(encode(fields[i], UTF_8))
                    .append('=')
                    .append(encode(fields[i + 1], UTF_8));
        }
        return browser.api()
                .send(
                        "POST",
                        path,
                        BodyPublishers.ofString(body.toString()),
                        "Cookie",
                        browser.cookie(),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Accept",
                        HTML,
                        "Sec-Fetch-Site",
                        "same-origin");
    }
}
