package dev.makeline.benchmark.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.benchmark.instance.AwsAccess;
import dev.makeline.benchmark.instance.Endpoints;
import dev.makeline.benchmark.workload.Workload;
import dev.makeline.local.LocalAws;
import dev.makeline.local.LocalAwsSettings;
import dev.makeline.local.Ports;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloorTest {

    @Test
    void everyMakeOfEveryRoundIsKept() {
        Endpoints endpoints = Endpoints.anyFree();
        Ports ports = new Ports(endpoints.s3(), endpoints.sqs(), endpoints.dynamoDb());
        try (LocalAws localAws = LocalAws.start(LocalAwsSettings.inMemory().withPorts(ports));
                AwsAccess aws = AwsAccess.to(endpoints)) {
            List<String> progress = new ArrayList<>();

            Floor.Result result = new Floor(new Workload(1, 5), 40).measure(aws, progress::add);

            assertThat(localAws).isNotNull();
            assertThat(result.makesPerSecond()).isPositive();
            assertThat(keptIn(aws)).isEqualTo(40 * (1 + progress.size()));
        }
    }

    private static int keptIn(AwsAccess aws) {
        String table =
                aws.dynamoDb().listTables().tableNames().stream()
                        .filter(name -> name.startsWith("floor-"))
                        .findFirst()
                        .orElseThrow();
        return aws.dynamoDb().scanPaginator(scan -> scan.tableName(table)).items().stream()
                .mapToInt(_ -> 1)
                .sum();
    }
}
