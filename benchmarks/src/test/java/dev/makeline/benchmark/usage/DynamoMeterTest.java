package dev.makeline.benchmark.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.benchmark.instance.AwsAccess;
import dev.makeline.benchmark.instance.Endpoints;
import dev.makeline.local.LocalAws;
import dev.makeline.local.LocalAwsSettings;
import dev.makeline.local.Ports;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.IntakeTable;
import dev.makeline.protocol.ResourceNames;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoMeterTest {

    @Test
    void countsWhatGoesThroughAndChangesNoAnswer() {
        Endpoints endpoints = Endpoints.anyFree();
        Ports ports = new Ports(endpoints.s3(), endpoints.sqs(), endpoints.dynamoDb());
        try (LocalAws localAws = LocalAws.start(LocalAwsSettings.inMemory().withPorts(ports));
                DynamoMeter meter =
                        DynamoMeter.before(URI.create(Endpoints.url(endpoints.dynamoDb())));
                RequestTap tap = RequestTap.before(endpoints.s3());
                AwsAccess aws =
                        AwsAccess.to(
                                new Endpoints(
                                        URI.create(tap.url()).getPort(),
                                        endpoints.sqs(),
                                        URI.create(meter.url()).getPort(),
                                        0,
                                        0,
                                        0,
                                        0))) {
            assertThat(localAws).isNotNull();

            aws.dynamoDb().putItem(put -> put.tableName(IntakeTable.NAME).item(row("a")));
            var found =
                    aws.dynamoDb()
                            .getItem(get ->
                                    get.tableName(IntakeTable.NAME)
                                            .key(IntakeTable.key("a"))
                                            .consistentRead(true));
            aws.dynamoDb().describeTable(table -> table.tableName(AccountsTable.NAME));
            aws.s3()
                    .putObject(
                            put -> put.bucket(ResourceNames.FILES_BUCKET).key("a"),
                            RequestBody.fromString("plums"));

            assertThat(found.item()).isEqualTo(row("a"));
            assertThat(meter.take().byTarget())
                    .isEqualTo(
                            Map.of(
                                    "write.makeline-intake.PutItem", 1.0,
                                    "read.makeline-intake.GetItem", 1.0));
            assertThat(meter.take().byTarget()).isEmpty();
            assertThat(tap.take()).isEqualTo(Map.of("PUT", 1));
        }
    }

    private static Map<String, AttributeValue> row(String id) {
        return IntakeTable.key(id);
    }
}
