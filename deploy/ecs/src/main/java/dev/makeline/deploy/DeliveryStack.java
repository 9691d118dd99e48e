package dev.makeline.deploy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.iam.CfnOIDCProvider;
import software.amazon.awscdk.services.iam.FederatedPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// Where images are kept, and who may bring a new version: workflows of one repository on GitHub,
/// from one of its environments, by a token that GitHub makes for each run. There are no keys to
/// keep.
final class DeliveryStack extends MakelineStack {

    static final List<String> IMAGES =
            List.of("recipe-server", "watcher-service", "sender-service", "processor-service");

    static final String ROLE = "makeline-delivery";

    private static final String GITHUB = "token.actions.githubusercontent.com";
    private static final String STACKS =
            "Resource::arn:aws:cloudformation:[^*]+:stack/makeline-\\*/\\*";
    private static final int IMAGES_KEPT = 30;

    DeliveryStack(Construct scope, Environment environment) {
        super(scope, environment, "delivery", "repositories of images, and who may deliver");
        IMAGES.forEach(this::repository);
        CfnOIDCProvider github =
                CfnOIDCProvider.Builder.create(this, "GitHub")
                        .url("https://" + GITHUB)
                        .clientIdList(List.of("sts.amazonaws.com"))
                        .build();
        Role delivery =
                role(github, ROLE, "environment:" + environment.name(), "brings a new version");
        rights().forEach(delivery::addToPolicy);
        Role diff = role(github, "makeline-diff", "pull_request", "sees what would change");
        diff.addToPolicy(Rights.allow(List.of("sts:AssumeRole"), bootstrapped("lookup")));
        diff.addToPolicy(
                Rights.allow(
                        List.of("cloudformation:DescribeStacks", "cloudformation:GetTemplate"),
                        stacks()));
        Exempt.from(
                delivery,
                "AwsSolutions-IAM5",
                "ecr:GetAuthorizationToken and ecs:DescribeTaskDefinition know no resource; the rest are this product's repositories and stacks.",
                "Resource::\\*",
                "Resource::arn:aws:ecr:[^*]+:repository/makeline/\\*",
                STACKS);
        Exempt.from(diff, "AwsSolutions-IAM5", "Stacks have an id behind their name.", STACKS);
    }

    /// @param subject what GitHub says of a run: its environment, or that it is of a pull request
    private Role role(CfnOIDCProvider github, String name, String subject, String does) {
        return Role.Builder.create(this, name)
                .roleName(name)
                .description("A workflow of %s %s".formatted(site().repository(), does))
                .assumedBy(
                        new FederatedPrincipal(
                                github.getAttrArn(),
                                Map.of(
                                        "StringEquals",
                                        Map.of(
                                                GITHUB + ":aud",
                                                "sts.amazonaws.com",
                                                GITHUB + ":sub",
                                                "repo:%s:%s"
                                                        .formatted(site().repository(), subject))),
                                "sts:AssumeRoleWithWebIdentity"))
                .build();
    }

    /// Roles that the bootstrap of the CDK made, in every region that has a stack.
    private String[] bootstrapped(String... does) {
        return regions()
                .flatMap(region ->
                        Stream.of(does)
                                .map(one ->
                                        "arn:aws:iam::%1$s:role/cdk-hnb659fds-%2$s-role-%1$s-%3$s"
                                                .formatted(site().account(), one, region)))
                .toArray(String[]::new);
    }

    private String[] stacks() {
        return regions()
                .map(region ->
                        "arn:aws:cloudformation:%s:%s:stack/makeline-*/*"
                                .formatted(region, site().account()))
                .toArray(String[]::new);
    }

    private Stream<String> regions() {
        return Stream.concat(
                        Stream.of(site().region(), EdgeStack.REGION), chosen().standby().stream())
                .distinct();
    }

    private void repository(String name) {
        Repository.Builder.create(this, name)
                .repositoryName("makeline/" + name)
                .imageScanOnPush(true)
                .imageTagMutability(TagMutability.IMMUTABLE)
                .lifecycleRules(List.of(LifecycleRule.builder().maxImageCount(IMAGES_KEPT).build()))
                .removalPolicy(dataRemoval())
                .build();
    }

    private List<PolicyStatement> rights() {
        return List.of(
                Rights.allow(List.of("ecr:GetAuthorizationToken"), "*"),
                Rights.allow(
                        List.of(
                                "ecr:BatchCheckLayerAvailability",
                                "ecr:BatchGetImage",
                                "ecr:CompleteLayerUpload",
                                "ecr:GetDownloadUrlForLayer",
                                "ecr:InitiateLayerUpload",
                                "ecr:PutImage",
                                "ecr:UploadLayerPart"),
                        site().arn("ecr", "repository/makeline/*")),
                Rights.allow(
                        List.of("sts:AssumeRole"),
                        bootstrapped("deploy", "file-publishing", "lookup")),
                Rights.allow(List.of("cloudformation:DescribeStacks"), stacks()),
                Rights.allow(
                        List.of("ecs:DescribeServices"),
                        site().arn(
                                        "ecs",
                                        "service/%s/%s"
                                                .formatted(
                                                        ServicesStack.CLUSTER,
                                                        ServicesStack.SERVER))),
                Rights.allow(List.of("ecs:DescribeTaskDefinition"), "*"),
                Rights.allow(
                        List.of("secretsmanager:GetSecretValue"),
                        site().arn("secretsmanager", "secret:makeline/smoke-??????")));
    }
}
