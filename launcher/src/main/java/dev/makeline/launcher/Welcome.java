package dev.makeline.launcher;

import dev.makeline.launcher.instance.Ports;
import dev.makeline.launcher.instance.RunningInstance;
import dev.makeline.protocol.ResourceNames;

/// What a person needs to use a running instance.
final class Welcome {

    private Welcome() {}

    static String to(RunningInstance instance) {
        Ports ports = instance.ports();
        return """

        REST API    %1$s/v1   described at %1$s/docs
        S3          %2$s   bucket %5$s
        SQS         %3$s
        DynamoDB    %4$s
        Mail        lands in %6$s
        Notices     of deletions, for administrators, land in %7$s
        AWS access  AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test

        A token for the API, in another terminal:
          TOKEN=$(./makeline token)
        The first administrator, in the same way:
          ./makeline admin create --username NAME --email ADDRESS --first-name NAME --last-name NAME
        Drop a recipe of your own, then makes of it (any key that is not under recipes/):
          AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test \\
            aws --endpoint-url %2$s s3 cp my-recipe.json s3://%5$s/recipes/
        See what became of it:
          curl -H "Authorization: Bearer $TOKEN" %1$s/v1/recipes
          ./makeline status

        Ctrl-C or ./makeline down ends it.\
        """
                .formatted(
                        Ports.uri(ports.server()),
                        Ports.uri(ports.s3()),
                        Ports.uri(ports.sqs()),
                        Ports.uri(ports.dynamoDb()),
                        ResourceNames.INTAKE_BUCKET,
                        instance.mail(),
                        instance.notices());
    }
}
