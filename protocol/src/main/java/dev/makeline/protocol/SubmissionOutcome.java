package dev.makeline.protocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.OptionalLong;

/// What recipe-server decided about a submission; every case is durable when it is answered.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SubmissionOutcome.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = SubmissionOutcome.Duplicate.class, name = "duplicate"),
    @JsonSubTypes.Type(value = SubmissionOutcome.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = SubmissionOutcome.Rejected.class, name = "rejected")
})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface SubmissionOutcome {

    /// Kept now.
    ///
    /// @param makeId present for a make
    record Accepted(long recipeId, int revision, OptionalLong makeId)
            implements SubmissionOutcome {}

    /// This object version had its effect before; nothing changed.
    record Duplicate(long recipeId, int revision, OptionalLong makeId)
            implements SubmissionOutcome {}

    /// The make is in the ledger and is kept by itself when its recipe arrives.
    record Waiting(long recipeId) implements SubmissionOutcome {}

    /// In the ledger as rejected.
    record Rejected(String reason) implements SubmissionOutcome {}
}
