package dev.makeline.sender.delivery;

import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.protocol.Submission;
import dev.makeline.protocol.UploadJob;
import java.time.Instant;
import java.util.Optional;

/// Turns what was found into what is submitted: a canonical document, or a refusal with a sentence
/// for the person who dropped the file. Pure.
final class ObjectReading {

    private static final String GONE =
            "The file was deleted before it could be read; drop it again.";
    private static final String REPLACED =
            "The file was replaced by a newer version before it could be read.";

    private final RecipeDocumentReader reader;

    ObjectReading(RecipeDocumentReader reader) {
        this.reader = reader;
    }

    /// What the job alone tells: a file of that name or size is not fetched.
    Optional<Submission> refusalOf(UploadJob job) {
        return reader.refusalOfKey(job.key())
                .or(() -> reader.refusalOfSize(job.size()))
                .map(unreadable -> refusal(job, unreadable));
    }

    Submission read(UploadJob job, byte[] content, Instant lastModified) {
        return switch (reader.read(content)) {
            case Reading.Read(var document) ->
                    new Submission.Document(job, lastModified, document.json());
            case Reading.Unreadable unreadable -> refusal(job, unreadable);
        };
    }

    /// @param size bytes, more than the limit
    Submission tooLarge(UploadJob job, long size) {
        return refusal(
                job,
                reader.refusalOfSize(size)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "An object of %d bytes is not too large".formatted(size))));
    }

    Submission gone(UploadJob job) {
        return new Submission.Refusal(job, GONE, Optional.empty());
    }

    Submission replaced(UploadJob job) {
        return new Submission.Refusal(job, REPLACED, Optional.empty());
    }

    private static Submission refusal(UploadJob job, Reading.Unreadable unreadable) {
        return new Submission.Refusal(job, unreadable.reason(), unreadable.place());
    }
}
