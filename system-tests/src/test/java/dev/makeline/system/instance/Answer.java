package dev.makeline.system.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.ProtocolJson;
import java.net.http.HttpResponse;

/// An answer over HTTP, read as a stranger reads it.
public record Answer(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        try {
            return ProtocolJson.mapper().readTree(body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON in " + this, e);
        }
    }

    @Override
    public String toString() {
        String start = body().length() > 500 ? body().substring(0, 500) + "…" : body();
        return "%s %s → %d %s"
                .formatted(response.request().method(), response.request().uri(), status(), start);
    }
}
