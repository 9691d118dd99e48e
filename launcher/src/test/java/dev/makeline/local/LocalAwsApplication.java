package dev.makeline.local;

import dev.makeline.launcher.standin.StandIn;
import java.util.List;
import java.util.Map;

/// Stands in for local-aws: takes its arguments and prints its lines.
public final class LocalAwsApplication {

    private LocalAwsApplication() {}

    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        System.out.println(arguments);
        for (String port : List.of("--s3-port", "--sqs-port", "--dynamodb-port")) {
            StandIn.serve(Integer.parseInt(arguments.get(arguments.indexOf(port) + 1)), Map.of());
        }
        System.out.println("DynamoDB  ready");
    }
}
