package dev.makeline.deploy;

import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;

/// Secrets that nobody has to think up, and the one that only an owner has.
final class Secrets {

    private static final int LENGTH = 48;

    /// What sender-service presents to recipe-server.
    final ISecret serviceToken;

    /// As good as [#serviceToken]: the one before or after it while it is replaced, and otherwise
    /// one that nobody has.
    final ISecret previousServiceToken;

    /// What tasks present to recipe-server to read recipes.
    final ISecret processorToken;

    /// The same of [#processorToken].
    final ISecret previousProcessorToken;

    final ISecret firstPassword;

    /// The private half of [Site#downloadKey], put there by its owner.
    final ISecret downloadKey;

    Secrets(MakelineStack stack) {
        serviceToken = generated(stack, "service-token", "What sender-service presents");
        previousServiceToken =
                generated(stack, "previous-service-token", "As good, while the other is replaced");
        processorToken = generated(stack, "processor-token", "What tasks present to read recipes");
        previousProcessorToken =
                generated(
                        stack, "previous-processor-token", "As good, while the other is replaced");
        firstPassword = generated(stack, "first-password", "The first administrator's password");
        downloadKey = Secret.fromSecretNameV2(stack, "download-key", "makeline/download-key");
    }

    private static Secret generated(MakelineStack stack, String name, String description) {
        Secret secret =
                Secret.Builder.create(stack, name)
                        .secretName("makeline/" + name)
                        .description(description)
                        .generateSecretString(
                                SecretStringGenerator.builder()
                                        .passwordLength(LENGTH)
                                        .excludePunctuation(true)
                                        .build())
                        .removalPolicy(stack.dataRemoval())
                        .build();
        Exempt.from(
                secret,
                "AwsSolutions-SMG4",
                "Both sides of a token change together, by the steps of the runbook, so that nobody is refused meanwhile.");
        return secret;
    }
}
