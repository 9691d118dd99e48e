package dev.makeline.processor.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.makeline.processor.grant.ContainerUrls;
import dev.makeline.processor.grant.ObjectUrls;
import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.LiveFile;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.job.ContainerImage;
import dev.makeline.protocol.job.ContainerStore;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// What the task of an attempt gets beside the two ids on its command line: a link to the object of
/// its input, and links to objects that nobody has yet, for what it makes. With these it needs no
/// right in the files bucket. What is left to a task's own role:
///
/// - `dynamodb:GetItem`, `PutItem`, `UpdateItem`, `DeleteItem`, `ConditionCheckItem` and `Query` on
///   the tables `makeline-jobs` and `makeline-files`;
/// - `s3:PutObject` and `s3:GetObject` (which S3 asks of a HEAD) on `recipes/jobs/*` and
///   `makes/jobs/*` of the bucket `makeline-intake`, for the kind that imports.
///
/// It has no other, in particular none to list, and none on `makeline-accounts`.
///
/// A link ends with the credentials that signed it, however long it is meant to be good: those of a
/// role last some hours. Thread-safe.
public final class TaskGrant implements AutoCloseable {

    /// Of signature version 4.
    private static final Duration LONGEST = Duration.ofDays(7);

    private final DynamoDbClient dynamoDb;
    private final S3Presigner presigner;
    private final InstantSource clock;
    private final Map<String, String> ofReports;

    /// @param ofReports the variables that tasks of `make-report` get, and no others: where
    ///   recipe-server is, and a token that reads recipes
    public TaskGrant(
            DynamoDbClient dynamoDb,
            S3Client s3,
            InstantSource clock,
            Map<String, String> ofReports) {
        this.ofReports = Map.copyOf(ofReports);
        this.dynamoDb = dynamoDb;
        this.presigner = presigner(s3);
        this.clock = clock;
    }

    private static S3Presigner presigner(S3Client s3) {
        boolean isPathStyle =
                s3.utilities()
                        .getUrl(url -> url.bucket(ResourceNames.FILES_BUCKET).key("-"))
                        .getPath()
                        .startsWith("/" + ResourceNames.FILES_BUCKET + "/");
        var client = s3.serviceClientConfiguration();
        S3Presigner.Builder builder =
                S3Presigner.builder()
                        .s3Client(s3)
                        .region(client.region())
                        .credentialsProvider(client.credentialsProvider())
                        .serviceConfiguration(
                                S3Configuration.builder()
                                        .pathStyleAccessEnabled(isPathStyle)
                                        .build());
        client.endpointOverride().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /// The variables of the task's environment.
    ///
    /// @param lifetime of the task
    public Map<String, String> of(Job job, Duration lifetime) {
        Duration valid = lifetime.compareTo(LONGEST) < 0 ? lifetime : LONGEST;
        Optional<URI> input =
                job.order()
                        .file()
                        .flatMap(file -> LiveFile.find(dynamoDb, file))
                        .filter(file -> file.ownerId().equals(job.ownerId()))
                        .map(file -> get(file.objectKey(), valid));
        boolean isContainer = job.order().kind().equals(JobKinds.CONTAINER);
        Map<String, String> environment =
                new HashMap<>(
                        new ObjectUrls(
                                        input,
                                        IntStream.range(
                                                        0,
                                                        isContainer ? 1 : ObjectUrls.MOST_OUTPUTS)
                                                .mapToObj(_ -> put(newKey(), valid))
                                                .toList())
                                .toEnvironment());
        if (job.order().kind().equals(JobKinds.MAKE_REPORT)) {
            environment.putAll(ofReports);
        }
        if (isContainer) {
            String between = newKey();
            environment.putAll(
                    new ContainerUrls(put(between, valid), get(between, valid)).toEnvironment());
        }
        return environment;
    }

    /// The container that a job asks for; empty when none is registered any more under that name.
    Optional<ContainerImage> container(Job job) {
        return new JobStore(dynamoDb)
                .parameters(job.id())
                .map(TaskGrant::containerName)
                .filter(ContainerImage::isName)
                .flatMap(new ContainerStore(dynamoDb)::find);
    }

    private static String containerName(String parameters) {
        try {
            return ProtocolJson.mapper()
                    .readTree(parameters)
                    .path(JobKinds.CONTAINER_NAME)
                    .asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The parameters of a job are no JSON", e);
        }
    }

    private String newKey() {
        Instant now = clock.instant();
        return LiveFile.objectKey(FileId.next(now), ContentId.next(now));
    }

    private URI get(String key, Duration valid) {
        return URI.create(
                presigner
                        .presignGetObject(presign ->
                                presign.signatureDuration(valid)
                                        .getObjectRequest(get ->
                                                get.bucket(ResourceNames.FILES_BUCKET).key(key)))
                        .url()
                        .toExternalForm());
    }

    private URI put(String key, Duration valid) {
        return URI.create(
                presigner
                        .presignPutObject(presign ->
                                presign.signatureDuration(valid)
                                        .putObjectRequest(put ->
                                                put.bucket(ResourceNames.FILES_BUCKET)
                                                        .key(key)
                                                        .contentType(ObjectUrls.OUTPUT_TYPE)))
                        .url()
                        .toExternalForm());
    }

    @Override
    public void close() {
        presigner.close();
    }
}
