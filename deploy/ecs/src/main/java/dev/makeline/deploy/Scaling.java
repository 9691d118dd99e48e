package dev.makeline.deploy;

import dev.makeline.protocol.ResourceNames;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.applicationautoscaling.AdjustmentType;
import software.amazon.awscdk.services.applicationautoscaling.BasicStepScalingPolicyProps;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricDataQueryProperty;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.applicationautoscaling.ScalableTarget;
import software.amazon.awscdk.services.applicationautoscaling.ScalingInterval;
import software.amazon.awscdk.services.applicationautoscaling.ServiceNamespace;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.RequestCountScalingProps;
import software.amazon.awscdk.services.ecs.ScalableTaskCount;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;

/// How many tasks a service has: the server by its load, the sender by what waits for it.
final class Scaling {

    private static final Duration OUT = Duration.minutes(1);
    private static final Duration IN = Duration.minutes(5);
    private static final int CPU_PERCENT = 60;
    private static final int REQUESTS_PER_MINUTE = 6_000;

    /// Messages for each sender; its sessions work them off in seconds.
    private static final int BACKLOG_PER_TASK = 500;

    private static final int LATE_SECONDS = 60;
    private static final int VERY_LATE_SECONDS = 300;

    private Scaling() {}

    static void byLoad(FargateService service, ApplicationTargetGroup targets, Size size) {
        if (!size.scales()) {
            return;
        }
        ScalableTaskCount count =
                service.autoScaleTaskCount(
                        EnableScalingProps.builder()
                                .minCapacity(size.least())
                                .maxCapacity(size.most())
                                .build());
        count.scaleOnCpuUtilization(
                "Cpu",
                CpuUtilizationScalingProps.builder()
                        .targetUtilizationPercent(CPU_PERCENT)
                        .scaleInCooldown(IN)
                        .scaleOutCooldown(OUT)
                        .build());
        count.scaleOnRequestCount(
                "Requests",
                RequestCountScalingProps.builder()
                        .targetGroup(targets)
                        .requestsPerTarget(REQUESTS_PER_MINUTE)
                        .scaleInCooldown(IN)
                        .scaleOutCooldown(OUT)
                        .build());
    }

    /// By the messages for each task, and in a step where the oldest has waited for a minute.
    static void byBacklog(MakelineStack stack, Cluster cluster, FargateService service, Size size) {
        if (!size.scales()) {
            return;
        }
        ScalableTarget target =
                ScalableTarget.Builder.create(stack, "SenderCount")
                        .serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension("ecs:service:DesiredCount")
                        .resourceId(
                                "service/%s/%s"
                                        .formatted(
                                                cluster.getClusterName(), service.getServiceName()))
                        .minCapacity(size.least())
                        .maxCapacity(size.most())
                        .build();
        target.scaleOnMetric("Age", stepsByAge());
        CfnScalingPolicy.Builder.create(stack, "BacklogPerTask")
                .policyName("makeline-backlog-per-task")
                .policyType("TargetTrackingScaling")
                .scalingTargetId(target.getScalableTargetId())
                .targetTrackingScalingPolicyConfiguration(
                        CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty.builder()
                                .targetValue(BACKLOG_PER_TASK)
                                .scaleInCooldown(IN.toSeconds())
                                .scaleOutCooldown(OUT.toSeconds())
                                .customizedMetricSpecification(
                                        CfnScalingPolicy.CustomizedMetricSpecificationProperty
                                                .builder()
                                                .metrics(backlogPerTask(cluster, service))
                                                .build())
                                .build())
                .build();
    }

    private static BasicStepScalingPolicyProps stepsByAge() {
        return BasicStepScalingPolicyProps.builder()
                .metric(
                        Metric.Builder.create()
                                .namespace("AWS/SQS")
                                .metricName("ApproximateAgeOfOldestMessage")
                                .dimensionsMap(Map.of("QueueName", ResourceNames.UPLOAD_JOBS_QUEUE))
                                .statistic("Maximum")
                                .period(Duration.minutes(1))
                                .build())
                .scalingSteps(
                        List.of(
                                ScalingInterval.builder()
                                        .lower(LATE_SECONDS)
                                        .upper(VERY_LATE_SECONDS)
                                        .change(1)
                                        .build(),
                                ScalingInterval.builder()
                                        .lower(VERY_LATE_SECONDS)
                                        .change(4)
                                        .build()))
                .adjustmentType(AdjustmentType.CHANGE_IN_CAPACITY)
                .cooldown(Duration.minutes(2))
                .build();
    }

    /// Each task reports its processor once a minute, so that the reports of a minute are as many
    /// as the tasks; figures of their own would be paid for.
    private static List<TargetTrackingMetricDataQueryProperty> backlogPerTask(
            Cluster cluster, FargateService service) {
        return List.of(
                query(
                        "waiting",
                        "AWS/SQS",
                        "ApproximateNumberOfMessagesVisible",
                        "Maximum",
                        Map.of("QueueName", ResourceNames.UPLOAD_JOBS_QUEUE)),
                query(
                        "tasks",
                        "AWS/ECS",
                        "CPUUtilization",
                        "SampleCount",
                        Map.of(
                                "ClusterName", cluster.getClusterName(),
                                "ServiceName", service.getServiceName())),
                TargetTrackingMetricDataQueryProperty.builder()
                        .id("backlog")
                        .expression("waiting / FILL(tasks, 1)")
                        .returnData(true)
                        .build());
    }

    private static TargetTrackingMetricDataQueryProperty query(
            String id,
            String namespace,
            String metric,
            String statistic,
            Map<String, String> dimensions) {
        return TargetTrackingMetricDataQueryProperty.builder()
                .id(id)
                .returnData(false)
                .metricStat(
                        CfnScalingPolicy.TargetTrackingMetricStatProperty.builder()
                                .stat(statistic)
                                .metric(
                                        CfnScalingPolicy.TargetTrackingMetricProperty.builder()
                                                .namespace(namespace)
                                                .metricName(metric)
                                                .dimensions(
                                                        dimensions.entrySet().stream()
                                                                .sorted(Map.Entry.comparingByKey())
                                                                .map(Scaling::dimension)
                                                                .toList())
                                                .build())
                                .build())
                .build();
    }

    private static CfnScalingPolicy.TargetTrackingMetricDimensionProperty dimension(
            Map.Entry<String, String> dimension) {
        return CfnScalingPolicy.TargetTrackingMetricDimensionProperty.builder()
                .name(dimension.getKey())
                .value(dimension.getValue())
                .build();
    }
}
