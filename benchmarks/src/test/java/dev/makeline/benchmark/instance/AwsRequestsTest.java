package dev.makeline.benchmark.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsRequestsTest {

    private static final String METRICS =
            """
            # HELP makeline_aws_requests_total Requests to AWS, each attempt counted
            # TYPE makeline_aws_requests_total counter
            makeline_aws_requests_total{operation="ReceiveMessage",service="Sqs"} 12.0
            makeline_aws_requests_total{service="DynamoDb",operation="PutItem"} 3.0
            jvm_threads_live_threads 20.0
            """;

    @Test
    void requestsAreCountedByOperationWhateverTheOrderOfLabels() {
        AwsRequests requests = AwsRequests.parse(METRICS);

        assertThat(requests.byOperation())
                .isEqualTo(Map.of("Sqs ReceiveMessage", 12.0, "DynamoDb PutItem", 3.0));
    }

    @Test
    void onlyWhatWasSentSinceIsTold() {
        AwsRequests before = new AwsRequests(Map.of("Sqs ReceiveMessage", 12.0));

        AwsRequests since = AwsRequests.parse(METRICS).since(before);

        assertThat(since.byOperation()).isEqualTo(Map.of("DynamoDb PutItem", 3.0));
    }
}
