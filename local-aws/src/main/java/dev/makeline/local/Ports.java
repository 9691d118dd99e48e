package dev.makeline.local;

/// The TCP ports of the three services; 0 takes any free port.
public record Ports(int s3, int sqs, int dynamoDb) {

    private static final int HIGHEST = 65_535;

    public Ports {
        check("S3", s3);
        check("SQS", sqs);
        check("DynamoDB", dynamoDb);
    }

    /// The addresses that every part of the product knows: S3 9000, SQS 9324, DynamoDB 8000.
    public static Ports standard() {
        return new Ports(9000, 9324, 8000);
    }

    public static Ports anyFree() {
        return new Ports(0, 0, 0);
    }

    private static void check(String service, int port) {
        if (port < 0 || port > HIGHEST) {
            throw new IllegalArgumentException(
                    "The port of %s is 0 to %d, not %d".formatted(service, HIGHEST, port));
        }
    }
}
