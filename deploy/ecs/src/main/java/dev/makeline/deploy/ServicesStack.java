package dev.makeline.deploy;

import dev.makeline.protocol.ResourceNames;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.ecs.CfnClusterCapacityProviderAssociations;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupLoadBalancingAlgorithmType;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.PrivateHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.LoadBalancerTarget;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/// The cluster and three of its services. recipe-server stands behind a load balancer inside the
/// network; its host leads there from within by a private zone, so that sender-service and tasks
/// talk to it by HTTPS under the name that people use.
final class ServicesStack extends MakelineStack {

    static final String CLUSTER = "makeline";
    static final String SERVER = "recipe-server";

    /// CloudFront and the load balancer each append to X-Forwarded-For.
    static final int PROXIES = 2;

    private final StorageStack storage;
    private final MessagingStack messaging;

    final Cluster cluster;
    final CfnClusterCapacityProviderAssociations capacity;
    final Secrets secrets;
    final ApplicationLoadBalancer balancer;
    final ApplicationTargetGroup targets;

    ServicesStack(
            Construct scope,
            Environment environment,
            NetworkStack network,
            StorageStack storage,
            MessagingStack messaging,
            IdentityStack identity) {
        super(scope, environment, "services", "the cluster, recipe-server, watcher and sender");
        this.storage = storage;
        this.messaging = messaging;
        secrets = new Secrets(this);
        cluster =
                Cluster.Builder.create(this, "Cluster")
                        .clusterName(CLUSTER)
                        .vpc(network.vpc)
                        .containerInsightsV2(
                                environment.insights()
                                        ? ContainerInsights.ENABLED
                                        : ContainerInsights.DISABLED)
                        .build();
        if (!environment.insights()) {
            Exempt.from(
                    cluster,
                    "AwsSolutions-ECS4",
                    "Each figure of Container Insights is paid for; the free ones of ECS, SQS and the load balancer do for a small installation.");
        }
        capacity =
                CfnClusterCapacityProviderAssociations.Builder.create(this, "Capacity")
                        .cluster(cluster.getClusterName())
                        .capacityProviders(List.of("FARGATE", "FARGATE_SPOT"))
                        .defaultCapacityProviderStrategy(List.of())
                        .build();
        Fleet fleet = new Fleet(this, network, cluster, capacity);
        balancer = balancer(network);
        targets = targets(network);
        FargateService server =
                fleet.attended(SERVER, server(identity), network.server, environment.server());
        targets.addTarget(server);
        Scaling.byLoad(server, targets, environment.server());
        FargateService sender =
                fleet.unattended("sender-service", sender(), network.workers, environment.sender());
        Scaling.byBacklog(this, cluster, sender, environment.sender());
        FargateService watcher =
                fleet.unattended(
                        "watcher-service", watcher(), network.workers, environment.watcher());
        // Whoever reads a message is of the new version before whoever writes it.
        sender.getNode().addDependency(server);
        watcher.getNode().addDependency(sender);
    }

    private ApplicationLoadBalancer balancer(NetworkStack network) {
        ApplicationLoadBalancer created =
                ApplicationLoadBalancer.Builder.create(this, "Balancer")
                        .loadBalancerName("makeline")
                        .vpc(network.vpc)
                        .internetFacing(false)
                        .vpcSubnets(network.inside())
                        .securityGroup(network.balancer)
                        .dropInvalidHeaderFields(true)
                        .idleTimeout(Duration.seconds(60))
                        .deletionProtection(chosen().keepsData())
                        .build();
        created.logAccessLogs(storage.logs, "balancer");
        CfnWebACLAssociation.Builder.create(this, "FirewallBeforeTheBalancer")
                .resourceArn(created.getLoadBalancerArn())
                .webAclArn(Firewall.ofRequests(this).getAttrArn())
                .build();
        PrivateHostedZone within =
                PrivateHostedZone.Builder.create(this, "Within")
                        .zoneName(site().host())
                        .vpc(network.vpc)
                        .build();
        ARecord.Builder.create(this, "HostWithin")
                .zone(within)
                .target(RecordTarget.fromAlias(new LoadBalancerTarget(created)))
                .build();
        return created;
    }

    private ApplicationTargetGroup targets(NetworkStack network) {
        ApplicationTargetGroup group =
                ApplicationTargetGroup.Builder.create(this, "Servers")
                        .vpc(network.vpc)
                        .port(NetworkStack.SERVICE_PORT)
                        .protocol(ApplicationProtocol.HTTP)
                        .targetType(TargetType.IP)
                        .loadBalancingAlgorithmType(
                                TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS)
                        .deregistrationDelay(Duration.seconds(20))
                        .healthCheck(
                                HealthCheck.builder()
                                        .path("/health/readiness")
                                        .healthyHttpCodes("200")
                                        .interval(Duration.seconds(10))
                                        .timeout(Duration.seconds(5))
                                        .healthyThresholdCount(2)
                                        .unhealthyThresholdCount(3)
                                        .build())
                        .build();
        Certificate certificate =
                Certificate.Builder.create(this, "Certificate")
                        .domainName(site().host())
                        .validation(CertificateValidation.fromDns(zone(this)))
                        .build();
        ApplicationListener.Builder.create(this, "Https")
                .loadBalancer(balancer)
                .port(NetworkStack.HTTPS)
                .protocol(ApplicationProtocol.HTTPS)
                .sslPolicy(SslPolicy.RECOMMENDED_TLS)
                .certificates(List.of(ListenerCertificate.fromCertificateManager(certificate)))
                .defaultTargetGroups(List.of(group))
                .open(false)
                .build();
        return group;
    }

    static IHostedZone zone(MakelineStack stack) {
        return HostedZone.fromHostedZoneAttributes(
                stack,
                "Zone",
                HostedZoneAttributes.builder()
                        .hostedZoneId(stack.site().zoneId())
                        .zoneName(stack.site().zoneName())
                        .build());
    }

    private FargateTaskDefinition server(IdentityStack identity) {
        String files = site().filesBucket();
        String intake = site().intakeBucket();
        Program program =
                new Program(this, SERVER)
                        .may(
                                Rights.rows(
                                        site(),
                                        ResourceNames.RECIPES_TABLE,
                                        ResourceNames.INTAKE_TABLE,
                                        ResourceNames.FILES_TABLE,
                                        ResourceNames.JOBS_TABLE,
                                        ResourceNames.ACCOUNTS_TABLE),
                                Rights.noChangeOfTheRecord(site()),
                                Rights.list(files),
                                Rights.objects(
                                        List.of("s3:DeleteObject", "s3:GetObject", "s3:PutObject"),
                                        files,
                                        ""),
                                Rights.list(intake),
                                Rights.objects(
                                        List.of("s3:GetObject", "s3:PutObject"),
                                        intake,
                                        "makes/",
                                        "recipes/"),
                                Rights.produce(
                                        site(),
                                        ResourceNames.S3_EVENTS_QUEUE,
                                        ResourceNames.UPLOAD_JOBS_QUEUE),
                                Rights.consume(
                                        site(),
                                        ResourceNames.S3_EVENTS_QUEUE
                                                + ResourceNames.DEAD_LETTER_SUFFIX),
                                Rights.consume(
                                        site(),
                                        ResourceNames.UPLOAD_JOBS_QUEUE
                                                + ResourceNames.DEAD_LETTER_SUFFIX),
                                Rights.allow(
                                        List.of("sns:Publish"),
                                        site().topicArn(MessagingStack.NOTICES_TOPIC)),
                                Rights.dataKey(site(), storage.key),
                                Rights.messageKey(site(), messaging.key, "sqs", "sns"))
                        .with("MAKELINE_ACCESS_TRUSTED_PROXIES", Integer.toString(PROXIES))
                        .with("MAKELINE_PUBLIC_URL", site().url())
                        .with("MAKELINE_OIDC_ISSUER", identity.issuer())
                        .with("MAKELINE_OIDC_CLIENT_ID", identity.client.getUserPoolClientId())
                        .with("MAKELINE_OIDC_REDIRECT_URI", site().url() + IdentityStack.CALLBACK)
                        .with("MAKELINE_NOTICES_CHANNEL", "sns")
                        .with(
                                "MAKELINE_NOTICES_TOPIC_ARN",
                                site().topicArn(MessagingStack.NOTICES_TOPIC))
                        .with("MAKELINE_FIRST_ADMIN_USERNAME", "administrator")
                        .with("MAKELINE_FIRST_ADMIN_EMAIL", site().mail())
                        .withSecret(
                                "MAKELINE_FIRST_ADMIN_PASSWORD",
                                Secret.fromSecretsManager(secrets.firstPassword))
                        .withSecret(
                                "MAKELINE_SERVICE_TOKEN",
                                Secret.fromSecretsManager(secrets.serviceToken))
                        .withSecret(
                                "MAKELINE_PREVIOUS_SERVICE_TOKEN",
                                Secret.fromSecretsManager(secrets.previousServiceToken))
                        .withSecret(
                                "MAKELINE_PROCESSOR_TOKEN",
                                Secret.fromSecretsManager(secrets.processorToken))
                        .withSecret(
                                "MAKELINE_PREVIOUS_PROCESSOR_TOKEN",
                                Secret.fromSecretsManager(secrets.previousProcessorToken));
        if (chosen().accelerates()) {
            program.with(
                    "MAKELINE_FILES_BROWSER_ENDPOINT",
                    "https://%s.s3-accelerate.amazonaws.com".formatted(files));
        }
        storage.downloads.ifPresent(downloads ->
                program.with("MAKELINE_FILES_CLOUDFRONT_DOMAIN", site().filesHost())
                        .with(
                                "MAKELINE_FILES_CLOUDFRONT_KEY_PAIR_ID",
                                downloads.key().getPublicKeyId())
                        .withSecret(
                                "MAKELINE_CLOUDFRONT_PRIVATE_KEY",
                                Secret.fromSecretsManager(secrets.downloadKey)));
        return program.service(SERVER, chosen().server());
    }

    private FargateTaskDefinition watcher() {
        String intake = site().intakeBucket();
        return new Program(this, "watcher-service")
                .may(
                        Rights.rows(site(), ResourceNames.INTAKE_TABLE),
                        Rights.allow(
                                List.of(
                                        "s3:GetBucketVersioning",
                                        "s3:ListBucket",
                                        "s3:ListBucketVersions"),
                                Site.bucketArn(intake)),
                        Rights.consume(site(), ResourceNames.S3_EVENTS_QUEUE),
                        Rights.produce(site(), ResourceNames.UPLOAD_JOBS_QUEUE),
                        Rights.look(
                                site(),
                                ResourceNames.S3_EVENTS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX),
                        Rights.read(
                                site(),
                                ResourceNames.UPLOAD_JOBS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX),
                        Rights.dataKey(site(), storage.key),
                        Rights.messageKey(site(), messaging.key, "sqs"))
                .service("watcher-service", chosen().watcher());
    }

    private FargateTaskDefinition sender() {
        String intake = site().intakeBucket();
        return new Program(this, "sender-service")
                .may(
                        Rights.heartbeat(site()),
                        Rights.list(intake),
                        Rights.objects(List.of("s3:GetObject", "s3:GetObjectVersion"), intake, ""),
                        Rights.consume(site(), ResourceNames.UPLOAD_JOBS_QUEUE),
                        Rights.produce(
                                site(),
                                ResourceNames.UPLOAD_JOBS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX),
                        Rights.rowKey(site(), storage.key),
                        Rights.objectKeyToRead(site(), storage.key),
                        Rights.messageKey(site(), messaging.key, "sqs"))
                .with("MAKELINE_RECIPE_SERVER_URL", site().url())
                .withSecret(
                        "MAKELINE_SERVICE_TOKEN", Secret.fromSecretsManager(secrets.serviceToken))
                .service("sender-service", chosen().sender());
    }
}
