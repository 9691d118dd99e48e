package dev.makeline.system.instance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The environment that the launcher gives every service.
record Surroundings(Addresses addresses, Optional<Proxies> proxies, Tokens tokens) {

    Map<String, String> of(Program program, int port) {
        Map<String, String> variables = new HashMap<>();
        variables.put("MAKELINE_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
        if (program == Program.LOCAL_AWS) {
            return Map.copyOf(variables);
        }
        variables.put("AWS_REGION", "us-east-1");
        variables.put("AWS_ACCESS_KEY_ID", "test");
        variables.put("AWS_SECRET_ACCESS_KEY", "test");
        variables.put("AWS_ENDPOINT_URL_S3", s3());
        variables.put("AWS_ENDPOINT_URL_SQS", sqs());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB_STREAMS", dynamoDb());
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        variables.put("AWS_CONFIG_FILE", "/dev/null");
        variables.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
        variables.put("MICRONAUT_SERVER_HOST", "127.0.0.1");
        variables.put("MICRONAUT_SERVER_PORT", Integer.toString(port));
        if (program == Program.SENDER) {
            variables.put("MAKELINE_RECIPE_SERVER_URL", recipeServer());
        }
        if (program != Program.WATCHER) {
            variables.put("MAKELINE_SERVICE_TOKEN", tokens.service());
        }
        return Map.copyOf(variables);
    }

    private String s3() {
        return proxies.map(all -> all.s3().uri().toString()).orElse(local(addresses.s3()));
    }

    private String sqs() {
        return proxies.map(all -> all.sqs().uri().toString()).orElse(local(addresses.sqs()));
    }

    private String dynamoDb() {
        return proxies.map(all -> all.dynamoDb().uri().toString())
                .orElse(local(addresses.dynamoDb()));
    }

    private String recipeServer() {
        return proxies.map(all -> all.recipeServer().uri().toString())
                .orElse(local(addresses.recipeServer()));
    }

    private static String local(int port) {
        return "http://127.0.0.1:" + port;
    }
}
