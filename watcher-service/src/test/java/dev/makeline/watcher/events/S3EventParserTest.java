package dev.makeline.watcher.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.watcher.intake.FoundObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3EventParserTest {

    /// As S3 sends it; from its user guide, with a second record.
    private static final String NOTIFICATION =
            """
            {"Records":[
             {"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-west-2",
              "eventTime":"1970-01-01T00:00:00.000Z","eventName":"ObjectCreated:Put",
              "userIdentity":{"principalId":"AIDAJDPLRKLG7UEXAMPLE"},
              "requestParameters":{"sourceIPAddress":"127.0.0.1"},
              "responseElements":{"x-amz-request-id":"C3D13FE58DE4C810",
               "x-amz-id-2":"FMyUVURIY8/IgAtTv8xRjskZQpcIZ9KG4V5Wp6S7S/JRWeUWerMUE5JgHvANOjpD"},
              "s3":{"s3SchemaVersion":"1.0","configurationId":"testConfigRule",
               "bucket":{"name":"makeline-intake","ownerIdentity":{"principalId":"A3NL1KOZZKExample"},
                "arn":"arn:aws:s3:::makeline-intake"},
               "object":{"key":"makes/Happy+Face.json","size":1024,
                "eTag":"d41d8cd98f00b204e9800998ecf8427e",
                "versionId":"096fKKXTRTtl3on89fVO.nfljtsv6qko",
                "sequencer":"0055AED6DCD90281E5"}}},
             {"eventVersion":"2.2","eventSource":"aws:s3","eventName":"ObjectRemoved:Delete",
              "s3":{"bucket":{"name":"makeline-intake"},"object":{"key":"makes/old.json"}}},
             {"eventVersion":"2.1","eventSource":"aws:s3",
              "eventName":"ObjectCreated:CompleteMultipartUpload",
              "s3":{"bucket":{"name":"makeline-intake"},
               "object":{"key":"recipes/pie.json","size":7,"eTag":"abc-2"}}}]}
            """;

    private static final FoundObject HAPPY =
            new FoundObject(
                    new ObjectVersion(
                            "makeline-intake",
                            "makes/Happy Face.json",
                            Optional.of("096fKKXTRTtl3on89fVO.nfljtsv6qko"),
                            "d41d8cd98f00b204e9800998ecf8427e"),
                    1024,
                    Optional.of("0055AED6DCD90281E5"));

    private static final FoundObject PIE =
            new FoundObject(
                    new ObjectVersion(
                            "makeline-intake", "recipes/pie.json", Optional.empty(), "abc-2"),
                    7,
                    Optional.empty());

    @Test
    void everyCreatedObjectOfANotificationIsFoundAndOtherEventsAreNamed() throws Exception {
        S3EventMessage message = S3EventParser.parse(NOTIFICATION);

        assertThat(message)
                .isEqualTo(
                        new S3EventMessage.Notification(
                                List.of(HAPPY, PIE), List.of("ObjectRemoved:Delete")));
    }

    @Test
    void aNotificationThatSnsWrapsIsUnwrapped() throws Exception {
        String wrapped =
                ProtocolJson.mapper()
                        .createObjectNode()
                        .put("Type", "Notification")
                        .put("TopicArn", "arn:aws:sns:us-east-1:0:makeline")
                        .put("Message", NOTIFICATION)
                        .toString();

        S3EventMessage message = S3EventParser.parse(wrapped);

        assertThat(message).isEqualTo(S3EventParser.parse(NOTIFICATION));
    }

    @Test
    void anEventBridgeEventHasItsKeyAsItIs() throws Exception {
        String event =
                """
                {"version":"0","id":"17793124","detail-type":"Object Created","source":"aws.s3",
                 "detail":{"version":"0","bucket":{"name":"makeline-intake"},
                  "object":{"key":"makes/a+b %41.json","size":5,"etag":"b1946ac92492d2347c6235b4d2611184",
                   "version-id":"IYV3p45BT0ac8hjHg1houSdS1a.Mro8e","sequencer":"617f08299329d189"},
                  "reason":"PutObject"}}
                """;

        S3EventMessage message = S3EventParser.parse(event);

        assertThat(message)
                .isEqualTo(
                        new S3EventMessage.Notification(
                                List.of(
                                        new FoundObject(
                                                new ObjectVersion(
                                                        "makeline-intake",
                                                        "makes/a+b %41.json",
                                                        Optional.of(
                                                                "IYV3p45BT0ac8hjHg1houSdS1a.Mro8e"),
                                                        "b1946ac92492d2347c6235b4d2611184"),
                                                5,
                                                Optional.of("617f08299329d189"))),
                                List.of()));
    }

    @Test
    void theTestEventIsKnown() throws Exception {
        String event =
                """
                {"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2014-10-13T15:57:02.089Z",
                 "Bucket":"makeline-intake","RequestId":"5582815E1AEA5ADF","HostId":"8cLeGAmw098X5cv4Zkwcmo"}
                """;

        S3EventMessage message = S3EventParser.parse(event);

        assertThat(message).isEqualTo(new S3EventMessage.TestEvent());
    }

    @ParameterizedTest
    @CsvSource({
        "makes/plain.json, makes/plain.json",
        "makes/two+words.json, makes/two words.json",
        "makes/two%20words.json, makes/two words.json",
        "makes/a%2Bb.json, makes/a+b.json",
        "makes/100%25.json, makes/100%.json",
        "makes/literal%252B.json, makes/literal%2B.json",
        "makes/cr%C3%A8me+br%C3%BBl%C3%A9e.json, makes/crème brûlée.json",
        "makes/%F0%9F%A5%90.json, makes/🥐.json",
        "makes/%E5%AF%BF%E5%8F%B8.json, makes/寿司.json",
        "makes%2Fslash.json, makes/slash.json",
        "'makes/q%22%26%3D%3F%23%3C%3E.json', 'makes/q\"&=?#<>.json'",
    })
    void keysAreDecodedTheWayS3EncodesThem(String encoded, String key) throws Exception {
        String event = created(encoded);

        S3EventMessage message = S3EventParser.parse(event);

        assertThat(message)
                .isInstanceOfSatisfying(
                        S3EventMessage.Notification.class,
                        notification ->
                                assertThat(notification.created())
                                        .extracting(found -> found.version().key())
                                        .containsExactly(key));
    }

    @Test
    void aStoreThatPrefixesItsEventNamesIsUnderstood() throws Exception {
        String event = created("a.json").replace("ObjectCreated:Put", "s3:ObjectCreated:Put");

        S3EventMessage message = S3EventParser.parse(event);

        assertThat(message)
                .isInstanceOfSatisfying(
                        S3EventMessage.Notification.class,
                        notification -> assertThat(notification.created()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "hello",
                "[]",
                "42",
                "{}",
                "{\"Records\":{}}",
                "{\"Records\":[{}]}",
                "{\"Records\":[null]}",
                "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\"}]}",
                "{\"Type\":\"Notification\"}",
                "{\"Type\":\"Notification\",\"Message\":\"hello\"}",
                "{\"source\":\"aws.s3\",\"detail-type\":\"Object Created\"}",
                "{\"Records\":[",
            })
    void anythingElseIsMalformed(String body) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> S3EventParser.parse(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100%", "a%zz"})
    void aKeyThatIsNotEncodedIsMalformed(String key) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> S3EventParser.parse(created(key)));
    }

    private static String created(String encodedKey) {
        return """
        {"Records":[{"eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"makeline-intake"},
         "object":{"key":"%s","size":1,"eTag":"e"}}}]}
        """
                .formatted(encodedKey);
    }
}
