package dev.makeline.benchmark.api;

import java.util.Map;

/// A text as the form that a browser sends: the fields that the server gave and the text as the
/// last one, called `file`.
record ContentForm(String boundary, String body) {

    static ContentForm of(String boundary, Map<String, String> fields, String content) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) ->
                body.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, name, value)));
        body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"content\"\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(boundary, content, boundary));
        return new ContentForm(boundary, body.toString());
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }
}
