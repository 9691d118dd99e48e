package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.deploy.Installation.Resource;
import dev.makeline.protocol.ResourceNames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The three that have to fit for an object to become a message: what the bucket says, what the
/// queue lets in, and who may use the queue's key.
@NeedsNode
class NotificationTest {

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void theIntakeBucketTellsTheQueueOfEachObjectWithNothingBetween(Installation installation) {
        Resource bucket = intake(installation);

        assertThat(
                        Installation.elements(
                                bucket.at("/NotificationConfiguration/QueueConfigurations")))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.path("Event").asText()).isEqualTo("s3:ObjectCreated:*");
                    assertThat(told.path("Queue").asText())
                            .isEqualTo(Installation.SITE.queueArn(ResourceNames.S3_EVENTS_QUEUE));
                });
        assertThat(installation.resources().map(Resource::type))
                .noneMatch(type ->
                        type.startsWith("Custom::") || type.equals("AWS::Lambda::Function"));
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void theQueueLetsInWhatComesFromThatBucketOfThisAccount(Installation installation) {
        assertThat(Statements.of(installation).filter(Statements::allows))
                .filteredOn(statement -> statement.actions().contains("sqs:SendMessage"))
                .filteredOn(statement -> isOf(statement, "s3.amazonaws.com"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.conditions().at("/ArnEquals/aws:SourceArn").asText())
                            .isEqualTo(
                                    "arn:aws:s3:::"
                                            + intake(installation).at("/BucketName").asText());
                    assertThat(
                                    statement
                                            .conditions()
                                            .at("/StringEquals/aws:SourceAccount")
                                            .asText())
                            .isEqualTo(Installation.SITE.account());
                });
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void s3MayUseTheKeyOfThatQueue(Installation installation) {
        Resource queue =
                installation.resource(
                        "AWS::SQS::Queue", "/QueueName", ResourceNames.S3_EVENTS_QUEUE);
        String key = queue.at("/KmsMasterKeyId/Fn::GetAtt/0").asText();

        assertThat(Statements.of(installation).filter(Statements::allows))
                .filteredOn(statement -> statement.resource().stack().equals(queue.stack()))
                .filteredOn(statement -> statement.resource().id().equals(key))
                .filteredOn(statement -> isOf(statement, "s3.amazonaws.com"))
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.actions())
                                .containsExactlyInAnyOrder("kms:Decrypt", "kms:GenerateDataKey"));
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void whoeverTakesFromOrPutsIntoAQueueMayUseItsKey(Installation installation) {
        assertThat(Statements.of(installation).filter(Statements::allows))
                .filteredOn(statement -> statement.resource().type().equals("AWS::IAM::Policy"))
                .filteredOn(statement ->
                        statement.actions().contains("sqs:SendMessage")
                                || statement.actions().contains("sqs:ReceiveMessage"))
                .isNotEmpty()
                .allSatisfy(statement ->
                        assertThat(statement.resource().at("/PolicyDocument").toString())
                                .contains("\"kms:Decrypt\",\"kms:GenerateDataKey\"")
                                .contains("sqs.us-east-1.amazonaws.com"));
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void whoeverReadsObjectsOrRowsMayUseTheirKey(Installation installation) {
        assertThat(Statements.of(installation).filter(Statements::allows))
                .filteredOn(statement -> statement.resource().type().equals("AWS::IAM::Policy"))
                .filteredOn(statement ->
                        statement.actions().contains("s3:GetObject")
                                || statement.actions().contains("dynamodb:GetItem"))
                .isNotEmpty()
                .allSatisfy(statement ->
                        assertThat(statement.resource().at("/PolicyDocument").toString())
                                .contains("kms:Decrypt")
                                .contains("s3.us-east-1.amazonaws.com"));
    }

    private static boolean isOf(Statements statement, String service) {
        JsonNode services = statement.json().at("/Principal/Service");
        return services.toString().contains('"' + service + '"');
    }

    private static Resource intake(Installation installation) {
        return installation.resource(
                "AWS::S3::Bucket", "/BucketName", Installation.SITE.intakeBucket());
    }
}
