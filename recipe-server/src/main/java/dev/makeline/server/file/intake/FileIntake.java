package dev.makeline.server.file.intake;

import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocument;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.protocol.DocumentKind;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.server.file.FileObjects;
import dev.makeline.server.file.FileStore;
import dev.makeline.server.file.FileVersion;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Sends versions of files to the intake bucket. Each goes there once: its key is its own, and an
/// object that stands there is left alone. Thread-safe.
@Singleton
final class FileIntake {

    private static final int PRECONDITION_FAILED = 412;

    private final FileStore store;
    private final FileObjects objects;
    private final RecipeDocumentReader reader;
    private final S3Client s3;
    private final InstantSource clock;

    FileIntake(
            FileStore store,
            FileObjects objects,
            RecipeDocumentReader reader,
            S3Client s3,
            InstantSource clock) {
        this.store = store;
        this.objects = objects;
        this.reader = reader;
        this.s3 = s3;
        this.clock = clock;
    }

    /// The current version, as what is asked for or as what it says itself; what was sent before
    /// stays what it was sent as.
    ///
    /// @throws ProblemException with 422 when it is no recipe document
    SentVersion send(StoredFile file, Optional<DocumentKind> as) {
        FileVersion version = file.currentVersion();
        Optional<SentVersion> before = find(file, version.number());
        if (before.isPresent()) {
            return before.get();
        }
        byte[] content = content(version);
        RecipeDocument document = read(content);
        DocumentKind kind = as.orElseGet(() -> IntakeObject.kindOf(document));
        SentVersion sent =
                new SentVersion(
                        file.id(),
                        version.number(),
                        put(IntakeObject.key(version, kind, content), content),
                        clock.instant());
        store.putRow(sent.toItem());
        return sent;
    }

    Optional<SentVersion> find(StoredFile file, int version) {
        return store.row(file.id(), FilesTable.intakePart(version))
                .map(item -> SentVersion.fromItem(file.id(), item));
    }

    private byte[] content(FileVersion version) {
        reader.refusalOfSize(version.claim().size())
                .ifPresent(refusal -> {
                    throw refused(refusal);
                });
        try (InputStream content = objects.open(version)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The content cannot be read", e);
        }
    }

    private RecipeDocument read(byte[] content) {
        return switch (reader.read(content)) {
            case Reading.Read(var document) -> document;
            case Reading.Unreadable unreadable -> throw refused(unreadable);
        };
    }

    private static ProblemException refused(Reading.Unreadable unreadable) {
        return new ProblemException(
                Problem.at(
                        ProblemType.NO_RECIPE_DOCUMENT, unreadable.reason(), unreadable.place()));
    }

    private ObjectVersion put(String key, byte[] content) {
        try {
            PutObjectResponse put =
                    s3.putObject(
                            request ->
                                    request.bucket(ResourceNames.INTAKE_BUCKET)
                                            .key(key)
                                            .ifNoneMatch("*"),
                            RequestBody.fromBytes(content));
            return object(key, Optional.ofNullable(put.versionId()), put.eTag());
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
            HeadObjectResponse there =
                    s3.headObject(head -> head.bucket(ResourceNames.INTAKE_BUCKET).key(key));
            return object(key, Optional.ofNullable(there.versionId()), there.eTag());
        }
    }

    private static ObjectVersion object(String key, Optional<String> versionId, String eTag) {
        return new ObjectVersion(ResourceNames.INTAKE_BUCKET, key, versionId, eTag);
    }
}
