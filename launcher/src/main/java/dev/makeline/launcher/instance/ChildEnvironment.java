package dev.makeline.launcher.instance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The environment of a child process: the launcher's own, without anything that could lead it to a
/// real AWS account, with the way to the stand-ins.
final class ChildEnvironment {

    static final String REGION = "us-east-1";
    static final String ACCESS_KEY = "test";
    static final String SECRET_KEY = "test";

    /// How variables begin that say who may come in.
    private static final List<String> ADMITTANCE =
            List.of("MAKELINE_FIRST_ADMIN_", "MAKELINE_OIDC_", "MAKELINE_PREVIOUS_");

    /// How those begin that this instance sets itself, or has no use for.
    private static final List<String> OURS =
            List.of(
                    "AWS_",
                    "MICRONAUT_SERVER_",
                    "MAKELINE_MAIL_",
                    "MAKELINE_SMTP_",
                    "MAKELINE_NOTICES_",
                    "MAKELINE_FILES_BROWSER_ENDPOINT",
                    "MAKELINE_PUBLIC_URL",
                    "MAKELINE_SERVICE_TOKEN",
                    "MAKELINE_RECIPE_SERVER_URL");

    /// The AWS configuration of whoever runs this must not be read: it may set endpoints too.
    private static final String NO_FILE = "/dev/null";

    private ChildEnvironment() {}

    static Map<String, String> of(Map<String, String> inherited, Ports ports, long launcherPid) {
        Map<String, String> environment = new HashMap<>(inherited);
        environment.keySet().removeIf(ChildEnvironment::isOurs);
        environment.put("AWS_REGION", REGION);
        environment.put("AWS_ACCESS_KEY_ID", ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", SECRET_KEY);
        environment.put("AWS_ENDPOINT_URL_S3", Ports.uri(ports.s3()).toString());
        environment.put("AWS_ENDPOINT_URL_SQS", Ports.uri(ports.sqs()).toString());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", Ports.uri(ports.dynamoDb()).toString());
        environment.put(
                "AWS_ENDPOINT_URL_DYNAMODB_STREAMS", Ports.uri(ports.dynamoDb()).toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_CONFIG_FILE", NO_FILE);
        environment.put("AWS_SHARED_CREDENTIALS_FILE", NO_FILE);
        environment.put("MAKELINE_PARENT_PID", Long.toString(launcherPid));
        return environment;
    }

    static Map<String, String> with(
            Map<String, String> environment, int serverPort, Map<String, String> more) {
        Map<String, String> extended = new HashMap<>(environment);
        extended.put("MICRONAUT_SERVER_HOST", "127.0.0.1");
        extended.put("MICRONAUT_SERVER_PORT", Integer.toString(serverPort));
        extended.putAll(more);
        return extended;
    }

    /// What the environment says of the first administrator, of the identity provider and of the
    /// services' earlier token holds secrets: it is for recipe-server alone.
    static Map<String, String> admittance(Map<String, String> inherited) {
        Map<String, String> settings = new HashMap<>(inherited);
        settings.keySet().removeIf(variable -> !beginsWithOne(ADMITTANCE, variable));
        return settings;
    }

    private static boolean isOurs(String variable) {
        return beginsWithOne(OURS, variable) || beginsWithOne(ADMITTANCE, variable);
    }

    private static boolean beginsWithOne(List<String> beginnings, String variable) {
        return beginnings.stream().anyMatch(variable::startsWith);
    }
}
