package dev.makeline.local;

import static dev.makeline.protocol.ResourceNames.FILES_BUCKET;
import static dev.makeline.protocol.ResourceNames.INTAKE_BUCKET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What the product relies on in S3, on disk.
class S3ContractTest {

    private static RunningLocalAws local;

    @BeforeAll
    static void start(@TempDir Path directory) {
        local = RunningLocalAws.start(LocalAwsSettings.in(directory));
    }

    @AfterAll
    static void stop() {
        local.close();
    }

    @Test
    void bothBucketsExist() {
        assertThat(local.s3().listBuckets().buckets())
                .extracting(Bucket::name)
                .containsExactlyInAnyOrder(INTAKE_BUCKET, FILES_BUCKET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "makes/pie.json",
                "makes/apple pie.json",
                "a+b.json",
                "50%.json",
                "ünï/π.json"
            })
    void whatWasPutIsReadAndListed(String key) {
        String eTag = put(key, "{\"recipeName\":\"Pie\"}");

        String content =
                local.s3()
                        .getObjectAsBytes(r -> r.bucket(INTAKE_BUCKET).key(key).ifMatch(eTag))
                        .asString(UTF_8);

        assertThat(content).isEqualTo("{\"recipeName\":\"Pie\"}");
        assertThat(listed(key)).extracting(S3Object::eTag).containsExactly(eTag);
    }

    @Test
    void readingAnOverwrittenVersionFailsItsCondition() {
        String first = put("overwritten.json", "one");
        put("overwritten.json", "two");

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() ->
                        local.s3()
                                .getObjectAsBytes(r ->
                                        r.bucket(INTAKE_BUCKET)
                                                .key("overwritten.json")
                                                .ifMatch(first)))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(412));
    }

    @Test
    void createIfAbsentSucceedsOnce() {
        put("claimed.json", "one");

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() ->
                        local.s3()
                                .putObject(
                                        r ->
                                                r.bucket(INTAKE_BUCKET)
                                                        .key("claimed.json")
                                                        .ifNoneMatch("*"),
                                        RequestBody.fromString("two")))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(412));
    }

    @Test
    void deletedObjectIsGoneFromListingToo() {
        put("deleted.json", "one");

        local.s3().deleteObject(r -> r.bucket(INTAKE_BUCKET).key("deleted.json"));

        assertThat(listed("deleted.json")).isEmpty();
        assertThatExceptionOfType(NoSuchKeyException.class)
                .isThrownBy(() ->
                        local.s3().headObject(r -> r.bucket(INTAKE_BUCKET).key("deleted.json")));
    }

    @Test
    void deletingManyAtOnceRemovesThemFromTheListing() {
        put("many/1.json", "one");
        put("many/2.json", "two");

        List<ObjectIdentifier> both =
                Stream.of("many/1.json", "many/2.json")
                        .map(key -> ObjectIdentifier.builder().key(key).build())
                        .toList();
        local.s3().deleteObjects(r -> r.bucket(INTAKE_BUCKET).delete(d -> d.objects(both)));

        assertThat(listed("many/")).isEmpty();
    }

    @Test
    void pagesTogetherHoldEveryKeyInOrder() {
        List<String> keys = List.of("p/a.json", "p/b/c.json", "p/b/d.json", "p/e.json", "p/f.json");
        keys.forEach(key -> put(key, key));

        List<String> paged =
                local
                        .s3()
                        .listObjectsV2Paginator(
                                r -> r.bucket(INTAKE_BUCKET).prefix("p/").maxKeys(2))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .toList();

        assertThat(paged).isEqualTo(keys);
    }

    @Test
    void wrongSecretIsRefused() {
        LocalAws aws = local.aws();
        try (LocalClients wrong =
                LocalClients.of(
                        aws.s3(), aws.sqs(), aws.dynamoDb(), new Credentials("test", "wrong"))) {
            assertThatExceptionOfType(S3Exception.class)
                    .isThrownBy(() -> wrong.s3().listBuckets())
                    .satisfies(e -> assertThat(e.statusCode()).isEqualTo(403));
        }
    }

    @Test
    void keyBelowAnotherObjectIsRefusedWithTheReason() {
        put("pie", "one");

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> put("pie/crust.json", "two"))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(400))
                .withMessageContaining("object 'pie' stands in its way");
    }

    @Test
    void keyAboveAnotherObjectIsRefusedWithTheReason() {
        put("cake/icing.json", "one");

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> put("cake", "two"))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(400))
                .withMessageContaining("object 'cake/icing.json' stands in its way");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a//b.json", "a/../b.json", "a/./b.json"})
    void keyThatIsNoPathOfAFileIsRefused(String key) {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> put(key, "one"))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(400));
    }

    private static String put(String key, String content) {
        return local.s3()
                .putObject(r -> r.bucket(INTAKE_BUCKET).key(key), RequestBody.fromString(content))
                .eTag();
    }

    private static List<S3Object> listed(String prefix) {
        return local.s3().listObjectsV2(r -> r.bucket(INTAKE_BUCKET).prefix(prefix)).contents();
    }
}
