package dev.makeline.deploy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecs.AwsLogDriverMode;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.Capability;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LinuxParameters;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;

/// One program as a task definition: an image, its environment, and a role of its own that may do
/// what this program does and nothing else.
///
/// The root of the file system is read-only; `/tmp` is a volume of the task. The container has no
/// capabilities. It is healthy when it says that it is ready, which it does as soon as each of its
/// dependencies has answered once, so that a deployment with a wrong setting or without a right is
/// rolled back.
final class Program {

    static final String SCRATCH = "scratch";

    /// The health check of every image, which knows the port by its environment.
    private static final List<String> READY = List.of("CMD", "java", "@/opt/makeline/health");

    private final MakelineStack stack;
    private final String name;
    private final Role role;
    private final Map<String, String> environment = new TreeMap<>();
    private final Map<String, Secret> secrets = new TreeMap<>();

    /// @param name of the task definition's family and of its role
    Program(MakelineStack stack, String name) {
        this.stack = stack;
        this.name = name;
        role =
                Role.Builder.create(stack, name + "-role")
                        .assumedBy(new ServicePrincipal("ecs-tasks.amazonaws.com"))
                        .description("What %s may do".formatted(name))
                        .build();
        environment.put("AWS_REGION", stack.site().region());
        environment.put("MAKELINE_INTAKE_BUCKET", stack.site().intakeBucket());
        environment.put("MAKELINE_FILES_BUCKET", stack.site().filesBucket());
        environment.put("MAKELINE_LOG_FORMAT", "json");
    }

    String roleArn() {
        return role.getRoleArn();
    }

    Program may(PolicyStatement... statements) {
        List.of(statements).forEach(role::addToPolicy);
        return this;
    }

    /// For actions of which AWS knows no narrower resource.
    Program mayAnywhere(String reason, String... actions) {
        Exempt.from(role, "AwsSolutions-IAM5", reason, "Resource::\\*");
        return may(Rights.allow(List.of(actions), "*"));
    }

    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Program withSecret(String variable, Secret value) {
        secrets.put(variable, value);
        return this;
    }

    /// A service, which answers on one port of its own.
    ///
    /// @param command beside what the image starts by itself
    FargateTaskDefinition service(String image, Size size, String... command) {
        environment.put("MICRONAUT_SERVER_HOST", "0.0.0.0");
        environment.put("MICRONAUT_SERVER_PORT", Integer.toString(NetworkStack.SERVICE_PORT));
        ContainerDefinitionOptions.Builder options =
                container(image, image)
                        .stopTimeout(Duration.seconds(30))
                        .portMappings(
                                List.of(
                                        PortMapping.builder()
                                                .containerPort(NetworkStack.SERVICE_PORT)
                                                .build()))
                        .healthCheck(
                                HealthCheck.builder()
                                        .command(READY)
                                        .interval(Duration.seconds(15))
                                        .timeout(Duration.seconds(10))
                                        .retries(3)
                                        .startPeriod(Duration.seconds(60))
                                        .build());
        if (command.length > 0) {
            options.command(List.of(command));
        }
        return definition(size.cpu(), size.mebibytes(), options);
    }

    /// What each task of a job is started from, with a command, a size and links of its own.
    FargateTaskDefinition job(String image, String container, int cpu, int mebibytes) {
        return definition(
                cpu, mebibytes, container(image, container).stopTimeout(Duration.seconds(60)));
    }

    private ContainerDefinitionOptions.Builder container(String image, String container) {
        return ContainerDefinitionOptions.builder()
                .containerName(container)
                .image(ContainerImage.fromRegistry(image(image)))
                .environment(environment)
                .secrets(secrets)
                .essential(true)
                .readonlyRootFilesystem(true)
                .logging(logs());
    }

    private String image(String image) {
        Site site = stack.site();
        return "%s.dkr.ecr.%s.amazonaws.com/makeline/%s:%s"
                .formatted(site.account(), site.region(), image, site.image());
    }

    private LogDriver logs() {
        return LogDriver.awsLogs(
                AwsLogDriverProps.builder()
                        .logGroup(
                                LogGroup.Builder.create(stack, name + "-logs")
                                        .logGroupName("/makeline/" + name)
                                        .retention(Logs.days(stack.chosen().logDays()))
                                        .removalPolicy(
                                                stack.chosen().keepsData()
                                                        ? RemovalPolicy.RETAIN
                                                        : RemovalPolicy.DESTROY)
                                        .build())
                        .streamPrefix(name)
                        .mode(AwsLogDriverMode.NON_BLOCKING)
                        .build());
    }

    private FargateTaskDefinition definition(
            int cpu, int mebibytes, ContainerDefinitionOptions.Builder options) {
        FargateTaskDefinition definition =
                FargateTaskDefinition.Builder.create(stack, name)
                        .family("makeline-" + name)
                        .cpu(cpu)
                        .memoryLimitMiB(mebibytes)
                        .runtimePlatform(
                                RuntimePlatform.builder()
                                        .cpuArchitecture(CpuArchitecture.X86_64)
                                        .operatingSystemFamily(OperatingSystemFamily.LINUX)
                                        .build())
                        .taskRole(role)
                        .executionRole(executionRole())
                        .volumes(List.of(Volume.builder().name(SCRATCH).build()))
                        .build();
        LinuxParameters linux =
                LinuxParameters.Builder.create(stack, name + "-linux")
                        .initProcessEnabled(true)
                        .build();
        linux.dropCapabilities(Capability.ALL);
        ContainerDefinition container =
                definition.addContainer(
                        name + "-container", options.linuxParameters(linux).build());
        container.addMountPoints(
                MountPoint.builder()
                        .sourceVolume(SCRATCH)
                        .containerPath("/tmp")
                        .readOnly(false)
                        .build());
        Exempt.from(
                role,
                "AwsSolutions-IAM5",
                "All objects under one prefix, all indexes and the stream of one table, the task definitions of two families and the tasks of one cluster are named by a trailing *.",
                "Resource::arn:aws:s3:::makeline-[^*]+/\\*",
                "Resource::arn:aws:dynamodb:[^*]+:table/makeline-[a-z]+/(index|stream)/\\*",
                "Resource::arn:aws:ecs:[^*]+:task-definition/makeline-task(-container-\\*)?:\\*",
                "Resource::arn:aws:ecs:[^*]+:(task|container-instance)/makeline/\\*");
        Exempt.from(
                definition.obtainExecutionRole(),
                "AwsSolutions-IAM5",
                "ecr:GetAuthorizationToken knows no resource; the images are those of this product's repositories.",
                "Resource::\\*",
                "Resource::arn:aws:ecr:[^*]+:repository/makeline/\\*");
        Exempt.from(
                definition,
                "AwsSolutions-ECS2",
                "What stands in the environment is no secret; secrets come from Secrets Manager.");
        return definition;
    }

    /// What ECS itself does for a task before it starts: the image, the log, the secrets.
    private Role executionRole() {
        Site site = stack.site();
        Role execution =
                Role.Builder.create(stack, name + "-start")
                        .assumedBy(new ServicePrincipal("ecs-tasks.amazonaws.com"))
                        .description("Starts %s".formatted(name))
                        .build();
        execution.addToPolicy(Rights.allow(List.of("ecr:GetAuthorizationToken"), "*"));
        execution.addToPolicy(
                Rights.allow(
                        List.of(
                                "ecr:BatchCheckLayerAvailability",
                                "ecr:BatchGetImage",
                                "ecr:GetDownloadUrlForLayer"),
                        site.arn("ecr", "repository/makeline/*")));
        return execution;
    }
}
