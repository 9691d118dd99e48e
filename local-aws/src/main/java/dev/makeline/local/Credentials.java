package dev.makeline.local;

/// The one pair of keys that S3 accepts; SQS and DynamoDB accept any.
public record Credentials(String accessKeyId, String secretAccessKey) {

    public Credentials {
        if (accessKeyId.isBlank() || secretAccessKey.isBlank()) {
            throw new IllegalArgumentException(
                    "Local AWS needs an access key id and a secret access key");
        }
    }

    /// The documented pair of the local addresses; it protects nothing.
    public static Credentials standard() {
        return new Credentials("test", "test");
    }

    @Override
    public String toString() {
        return "Credentials[accessKeyId=" + accessKeyId + ", secretAccessKey=hidden]";
    }
}
