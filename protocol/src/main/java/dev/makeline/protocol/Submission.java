package dev.makeline.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What the sender tells recipe-server of one object version: `POST /v1/intake/submissions`, scope
/// `intake:submit`. Idempotent by `job.object().objectId()`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Submission.Document.class, name = "document"),
    @JsonSubTypes.Type(value = Submission.Refusal.class, name = "refusal")
})
public sealed interface Submission {

    UploadJob job();

    @JsonIgnore
    default DocumentKind kind() {
        return DocumentKind.ofKey(job().key());
    }

    /// The object was read and is a recipe document in canonical form (`recipeId` is set).
    ///
    /// @param lastModified UTC with a resolution of one second, as S3 gave it with the content
    record Document(UploadJob job, Instant lastModified, ObjectNode document)
            implements Submission {

        public Document {
            Objects.requireNonNull(job, "job");
            Objects.requireNonNull(lastModified, "lastModified");
            Objects.requireNonNull(document, "document");
        }
    }

    /// The object can never be submitted as it is.
    ///
    /// @param reason one sentence that a cook understands
    /// @param place where in the document (a JSON pointer, with line and column where known), when
    ///   there is one
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Refusal(UploadJob job, String reason, Optional<String> place) implements Submission {

        public Refusal {
            Objects.requireNonNull(job, "job");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(place, "place");
        }
    }
}
