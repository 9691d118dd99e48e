package dev.makeline.system.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.system.fault.Fault;
import dev.makeline.system.instance.Disturbed;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.RecipeApi;
import dev.makeline.system.instance.SharedInstances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Disturbed
@ExtendWith(SharedInstances.class)
class HealthInTroubleTest {

    @Test
    void aServiceStaysAliveAndReadyWhileEverythingItNeedsFails(Instance makeline) {
        var proxies = makeline.proxies();

        try (var _ = proxies.dynamoDb().inject(1, Fault.dynamoDbFails());
                var _ = proxies.s3().inject(1, Fault.s3SlowsDown());
                var _ = proxies.sqs().inject(1, Fault.sqsFails());
                var _ = proxies.recipeServer().inject(1, Fault.serverFails())) {
            for (Program service : Program.SERVICES) {
                RecipeApi health = makeline.management(service);
                assertThat(health.get("/health/liveness").status())
                        .as("%s", service)
                        .isEqualTo(200);
                assertThat(health.get("/health/readiness").status())
                        .as("%s", service)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aRequestThatNeedsWhatFailsIsAProblemThatSaysToComeAgain(Instance makeline) {
        assertThat(makeline.api().get("/v1/recipes").status()).isEqualTo(200);

        try (var _ = makeline.proxies().dynamoDb().inject(1, Fault.dynamoDbThrottles())) {
            var answer = makeline.api().get("/v1/recipes/987654321");

            assertThat(answer.status()).as("%s", answer).isEqualTo(503);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.header("Retry-After")).isNotBlank();
        }
    }
}
