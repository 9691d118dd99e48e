package dev.makeline.benchmark.cost;

import java.util.Map;

/// Counted requests and units, on a bill.
final class Requests {

    private Requests() {}

    /// @param use amounts by name, as `bench usage` counts them
    static Bill bill(Map<String, Double> use, PriceTable prices) {
        double puts = requests(use, "S3.", "Put", "PUT", "POST", "List", "Copy");
        return new Bill.Writer(prices)
                .add("DynamoDB, written", units(use, "units.write."), "dynamodb.write-unit")
                .add("DynamoDB, read", units(use, "units.read."), "dynamodb.read-unit")
                .add("stream, read", requests(use, "DynamoDbStreams.", ""), "dynamodb.stream-read")
                .add("SQS, requests", requests(use, "Sqs.", ""), "sqs.request")
                .add("S3, put and listed", puts, "s3.put")
                .add("S3, got", requests(use, "S3.", "") - puts, "s3.get")
                .bill();
    }

    private static double units(Map<String, Double> use, String prefix) {
        return use.entrySet().stream()
                .filter(amount -> amount.getKey().startsWith(prefix))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static double requests(Map<String, Double> use, String service, String... operations) {
        return use.entrySet().stream()
                .filter(amount -> isOf(amount.getKey(), service, operations))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /// Names are `requests.PROCESS.SERVICE.OPERATION`.
    private static boolean isOf(String name, String service, String... operations) {
        String[] parts = name.split("\\.", 3);
        if (parts.length < 3 || !parts[0].equals("requests") || !parts[2].startsWith(service)) {
            return false;
        }
        String operation = parts[2].substring(service.length());
        for (String wanted : operations) {
            if (operation.startsWith(wanted)) {
                return true;
            }
        }
        return false;
    }
}
