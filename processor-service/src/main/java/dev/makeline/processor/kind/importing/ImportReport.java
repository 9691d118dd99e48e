package dev.makeline.processor.kind.importing;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.makeline.protocol.DocumentKind;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.ProtocolJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/// What became of each document of a file, as JSON.
final class ImportReport {

    private final JobId job;
    private final JobId first;
    private final String file;
    private final Gathering gathering;

    /// @param first by which the keys of the intake's objects are named
    ImportReport(JobId job, JobId first, String file, Gathering gathering) {
        this.job = job;
        this.first = first;
        this.file = file;
        this.gathering = gathering;
    }

    String summary() {
        return "%d of %d documents went into the intake, %d %s refused%s; the report says which."
                .formatted(
                        gathering.accepted().size(),
                        gathering.documents(),
                        gathering.refused().size(),
                        gathering.refused().size() == 1 ? "was" : "were",
                        gathering.repeated().isEmpty()
                                ? ""
                                : ", %d said the same as others"
                                        .formatted(gathering.repeated().size()));
    }

    void write(OutputStream out) throws IOException {
        try (JsonGenerator json = ProtocolJson.mapper().getFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("jobId", job.value());
            json.writeStringField("file", file);
            counts(json);
            refused(json);
            repeated(json);
            accepted(json);
            json.writeEndObject();
        }
    }

    private void counts(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("documents", gathering.documents());
        json.writeNumberField("accepted", gathering.accepted().size());
        json.writeNumberField("recipes", count(DocumentKind.RECIPE));
        json.writeNumberField("makes", count(DocumentKind.MAKE));
        json.writeNumberField("refused", gathering.refused().size());
        json.writeNumberField("repeated", gathering.repeated().size());
        json.writeEndObject();
    }

    private long count(DocumentKind kind) {
        return gathering.accepted().stream().filter(one -> one.as() == kind).count();
    }

    private void refused(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("refused");
        for (Refused one : gathering.refused()) {
            begin(json, one.number(), one.place());
            json.writeStringField("reason", one.reason());
            if (one.within().isPresent()) {
                json.writeStringField("within", one.within().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void repeated(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("repeated");
        for (Repeated one : gathering.repeated()) {
            begin(json, one.number(), one.place());
            json.writeNumberField("sameAs", one.first());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void accepted(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("accepted");
        for (Accepted one : gathering.accepted()) {
            begin(json, one.number(), one.place());
            json.writeStringField("as", one.as().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("recipeId", one.recipeId());
            json.writeStringField("objectKey", one.objectKey(first));
            texts(json, "unread", one.unread());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void begin(JsonGenerator json, int number, String place) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", number);
        json.writeStringField("place", place);
    }

    private static void texts(JsonGenerator json, String field, List<String> texts)
            throws IOException {
        if (!texts.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }
}
