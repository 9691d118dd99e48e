package dev.makeline.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChildEnvironmentTest {

    @Test
    void nothingOfTheCallersAwsAccountReachesAChild() {
        Map<String, String> shell =
                Map.of(
                        "AWS_PROFILE", "production",
                        "AWS_SESSION_TOKEN", "real",
                        "AWS_ENDPOINT_URL", "https://example.com",
                        "AWS_ACCESS_KEY_ID", "AKIAREAL",
                        "MAKELINE_SERVICE_TOKEN", "another instance's",
                        "MAKELINE_LOG_LEVEL", "DEBUG",
                        "PATH", "/bin");

        Map<String, String> child = ChildEnvironment.of(shell, Ports.STANDARD.shiftedBy(1), 42);

        assertThat(child)
                .doesNotContainKeys(
                        "AWS_PROFILE",
                        "AWS_SESSION_TOKEN",
                        "AWS_ENDPOINT_URL",
                        "MAKELINE_SERVICE_TOKEN")
                .containsEntry("AWS_ACCESS_KEY_ID", "test")
                .containsEntry("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9001")
                .containsEntry("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:9325")
                .containsEntry("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8001")
                .containsEntry("MAKELINE_PARENT_PID", "42")
                .containsEntry("MAKELINE_LOG_LEVEL", "DEBUG")
                .containsEntry("PATH", "/bin");
    }

    @Test
    void serviceListensOnTheLoopbackInterfaceAlone() {
        Map<String, String> shared =
                ChildEnvironment.of(Map.of("MICRONAUT_SERVER_HOST", "0.0.0.0"), Ports.STANDARD, 42);

        Map<String, String> service = ChildEnvironment.with(shared, 8081, Map.of("A", "b"));

        assertThat(service)
                .containsEntry("MICRONAUT_SERVER_HOST", "127.0.0.1")
                .containsEntry("MICRONAUT_SERVER_PORT", "8081")
                .containsEntry("A", "b");
    }

    @Test
    void whatAdmitsPeopleIsForTheServerAloneAndNoMailGoesOut() {
        Map<String, String> shell =
                Map.of(
                        "MAKELINE_FIRST_ADMIN_PASSWORD", "secret",
                        "MAKELINE_OIDC_ISSUER", "https://id.example.org",
                        "MAKELINE_OIDC_CLIENT_SECRET", "secret",
                        "MAKELINE_PREVIOUS_SERVICE_TOKEN", "secret",
                        "MAKELINE_NOTICES_CHANNEL", "sns",
                        "MAKELINE_SMTP_PASSWORD", "secret",
                        "MAKELINE_MAIL_DELIVERY", "smtp");

        assertThat(ChildEnvironment.of(shell, Ports.STANDARD, 42)).doesNotContainKeys(keys(shell));
        assertThat(ChildEnvironment.admittance(shell))
                .containsOnlyKeys(
                        "MAKELINE_FIRST_ADMIN_PASSWORD",
                        "MAKELINE_OIDC_ISSUER",
                        "MAKELINE_OIDC_CLIENT_SECRET",
                        "MAKELINE_PREVIOUS_SERVICE_TOKEN");
    }

    private static String[] keys(Map<String, String> map) {
        return map.keySet().toArray(String[]::new);
    }
}
