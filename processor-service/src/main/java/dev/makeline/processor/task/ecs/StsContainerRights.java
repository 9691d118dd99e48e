package dev.makeline.processor.task.ecs;

import dev.makeline.processor.grant.LinkRow;
import dev.makeline.processor.task.TaskRequest;
import dev.makeline.processor.task.TaskScope;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/// By credentials of the role of tasks that are good for the rows of one job, for an hour: no more
/// is given to who has a role itself. They go to the task's own container alone. The links of the
/// job would not fit beside them into what ECS takes, so they go through a row of the job's, which
/// the task takes away as it reads it.
///
/// The dispatcher's role needs `sts:AssumeRole` on the role of tasks, and that role's trust policy
/// must name the dispatcher's role. Thread-safe.
public final class StsContainerRights implements ContainerRights {

    private static final Duration SESSION = Duration.ofHours(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(3);

    /// A dispatcher has other tasks to start.
    private static final Duration CALL = Duration.ofSeconds(10);

    private final StsClient sts;
    private final LinkRow links;

    public StsContainerRights(StsClient sts, LinkRow links) {
        this.sts = sts;
        this.links = links;
    }

    @Override
    public Map<String, String> of(TaskRequest request, TaskScope scope, String role) {
        Credentials credentials =
                sts.assumeRole(assume ->
                                assume.roleArn(role)
                                        .roleSessionName(TaskOrders.startedBy(request))
                                        .durationSeconds((int) SESSION.toSeconds())
                                        .policy(ContainerPolicy.of(scope, role))
                                        .overrideConfiguration(override ->
                                                override.apiCallAttemptTimeout(ATTEMPT)
                                                        .apiCallTimeout(CALL)))
                        .credentials();
        Map<String, String> environment =
                new HashMap<>(links.put(request.job(), request.attempt(), request.environment()));
        environment.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
        environment.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
        environment.put("AWS_SESSION_TOKEN", credentials.sessionToken());
        return environment;
    }
}
