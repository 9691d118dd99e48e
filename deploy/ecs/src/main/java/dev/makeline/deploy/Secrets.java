package dev.makeline.deploy;

import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;

/// Secrets that nobody has to think up, and the one that only an owner has.
final class Secrets {

    private static final int LENGTH = 48;

    /// What sender-service presents to recipe-server.
    final ISecret serviceToken;

    /// What tasks present to recipe-server to read recipes.
    final ISecret processorToken;

    final ISecret firstPassword;

    /// The private half of [Site#downloadKey], put there by its owner.
    final ISecret downloadKey;

    Secrets(MakelineStack stack) {
        serviceToken = generated(stack, "service-token", "What sender-service presents");
        processorToken = generated(stack, "processor-token", "What tasks present to read recipes");
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
                "Both sides of a token change together, by the steps of the README, so that nobody is refused meanwhile.");
        return secret;
    }
}
