package dev.makeline.deploy;

import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.job.ResourceClass;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// The dispatcher, the task definition that every job's task is started from, and what such a task
/// may do: read and write the rows of jobs and files, and put what it imports into the intake.
final class JobsStack extends MakelineStack {

    static final String TASK = "task";
    static final String DISPATCHER = "processor-service";

    private static final String IMAGE = "processor-service";

    JobsStack(
            Construct scope,
            Environment environment,
            NetworkStack network,
            StorageStack storage,
            ServicesStack services) {
        super(scope, environment, "jobs", "the dispatcher, and the tasks of jobs");
        FargateTaskDefinition task = task(storage);
        new Fleet(this, network, services.cluster, services.capacity)
                .unattended(
                        DISPATCHER,
                        dispatcher(network, storage, services, task),
                        network.workers,
                        environment.dispatcher());
    }

    private FargateTaskDefinition task(StorageStack storage) {
        return new Program(this, TASK)
                .may(
                        Rights.rowsOfJobs(site()),
                        Rights.objects(
                                List.of("s3:GetObject", "s3:PutObject"),
                                site().intakeBucket(),
                                "makes/jobs/",
                                "recipes/jobs/"),
                        Rights.dataKey(site(), storage.key))
                .job(
                        IMAGE,
                        TASK,
                        ResourceClass.SMALL.cpuUnits(),
                        ResourceClass.SMALL.memoryMebibytes());
    }

    private FargateTaskDefinition dispatcher(
            NetworkStack network,
            StorageStack storage,
            ServicesStack services,
            FargateTaskDefinition task) {
        String files = site().filesBucket();
        String cluster = site().arn("ecs", "cluster/" + ServicesStack.CLUSTER);
        Program dispatcher = new Program(this, DISPATCHER);
        lendRole(task, dispatcher);
        return dispatcher
                .may(
                        Rights.heartbeat(site()),
                        Rights.allow(List.of("sts:AssumeRole"), task.getTaskRole().getRoleArn()),
                        Rights.rows(site(), ResourceNames.JOBS_TABLE, ResourceNames.FILES_TABLE),
                        Rights.stream(site(), ResourceNames.JOBS_TABLE),
                        Rights.list(files),
                        Rights.objects(List.of("s3:GetObject", "s3:PutObject"), files, "files/"),
                        Rights.dataKey(site(), storage.key),
                        within(
                                List.of("ecs:RunTask"),
                                cluster,
                                site().arn("ecs", "task-definition/makeline-task:*"),
                                site().arn("ecs", "task-definition/makeline-task-container-*:*")),
                        within(
                                List.of("ecs:DescribeTasks", "ecs:StopTask"),
                                cluster,
                                site().arn("ecs", "task/" + ServicesStack.CLUSTER + "/*")),
                        tagsOfNewTasks(),
                        within(
                                List.of("ecs:ListTasks"),
                                cluster,
                                site().arn(
                                                "ecs",
                                                "container-instance/"
                                                        + ServicesStack.CLUSTER
                                                        + "/*")),
                        handOver(task))
                .mayAnywhere(
                        "ECS knows no resource for the reading and registering of task definitions.",
                        "ecs:DescribeTaskDefinition",
                        "ecs:RegisterTaskDefinition")
                .with("MAKELINE_PROCESSOR_RUNNER", "ecs")
                .with("MAKELINE_PROCESSOR_ECS_CLUSTER", ServicesStack.CLUSTER)
                .with("MAKELINE_PROCESSOR_ECS_TASK_DEFINITION", task.getFamily())
                .with("MAKELINE_PROCESSOR_ECS_CONTAINER", TASK)
                .with("MAKELINE_PROCESSOR_ECS_SUBNETS", subnets(network))
                .with("MAKELINE_PROCESSOR_ECS_SECURITY_GROUPS", network.jobs.getSecurityGroupId())
                .with(
                        "MAKELINE_PROCESSOR_ECS_ASSIGN_PUBLIC_IP",
                        Boolean.toString(!chosen().hidesTasks()))
                .with("MAKELINE_PROCESSOR_ECS_SPOT", Boolean.toString(chosen().spot()))
                .with("MAKELINE_PROCESSOR_RECIPE_SERVER_URL", site().url())
                .withSecret(
                        "MAKELINE_PROCESSOR_TOKEN",
                        Secret.fromSecretsManager(services.secrets.processorToken))
                .service(IMAGE, chosen().dispatcher(), "dispatch");
    }

    /// For jobs that bring a container: the dispatcher takes the role of tasks, less all that the
    /// job does not need, and gives that to the task's own container.
    private static void lendRole(FargateTaskDefinition task, Program dispatcher) {
        PolicyDocument trust =
                Objects.requireNonNull(((Role) task.getTaskRole()).getAssumeRolePolicy());
        trust.addStatements(
                PolicyStatement.Builder.create()
                        .actions(List.of("sts:AssumeRole"))
                        .principals(List.of(new ArnPrincipal(dispatcher.roleArn())))
                        .build());
    }

    private static String subnets(NetworkStack network) {
        return network.vpc.selectSubnets(network.ofTasks()).getSubnets().stream()
                .map(ISubnet::getSubnetId)
                .collect(Collectors.joining(","));
    }

    private static PolicyStatement within(
            List<String> actions, String cluster, String... resources) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(List.of(resources))
                .conditions(Map.of("ArnEquals", Map.of("ecs:cluster", cluster)))
                .build();
    }

    /// Asked for beside `ecs:RunTask`, without a word of the cluster.
    private PolicyStatement tagsOfNewTasks() {
        return PolicyStatement.Builder.create()
                .actions(List.of("ecs:TagResource"))
                .resources(List.of(site().arn("ecs", "task/" + ServicesStack.CLUSTER + "/*")))
                .conditions(Map.of("StringEquals", Map.of("ecs:CreateAction", "RunTask")))
                .build();
    }

    /// The dispatcher gives tasks their two roles, and no others.
    private static PolicyStatement handOver(FargateTaskDefinition task) {
        return PolicyStatement.Builder.create()
                .actions(List.of("iam:PassRole"))
                .resources(
                        List.of(
                                task.getTaskRole().getRoleArn(),
                                task.obtainExecutionRole().getRoleArn()))
                .conditions(
                        Map.of(
                                "StringEquals",
                                Map.of("iam:PassedToService", "ecs-tasks.amazonaws.com")))
                .build();
    }
}
