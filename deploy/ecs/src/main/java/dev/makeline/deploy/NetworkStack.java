package dev.makeline.deploy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/// A network of two zones. The load balancer is inside: CloudFront comes to it by a VPC origin,
/// from addresses that AWS keeps in a list, and the services and tasks of the network come by their
/// groups. Nobody else is let in anywhere; tasks have ways out alone, by HTTPS.
///
/// S3 and DynamoDB are reached by gateway endpoints, which cost nothing and take the traffic that
/// would otherwise be paid for by the gigabyte.
final class NetworkStack extends MakelineStack {

    static final int HTTPS = 443;
    static final int SERVICE_PORT = 8080;

    private static final String CIDR = "10.20.0.0/16";
    private static final String PUBLIC = "public";
    private static final String INSIDE = "inside";
    private static final int SUBNET_MASK = 20;

    final Vpc vpc;
    final SecurityGroup balancer;
    final SecurityGroup server;

    /// Of watcher-service, sender-service and the dispatcher.
    final SecurityGroup workers;

    /// Of the tasks of jobs.
    final SecurityGroup jobs;

    NetworkStack(Construct scope, Environment environment) {
        super(scope, environment, "network", "two zones, ways out and none in");
        LogGroup flows =
                LogGroup.Builder.create(this, "Flows")
                        .logGroupName("/makeline/network")
                        .retention(Logs.days(environment.logDays()))
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        vpc =
                Vpc.Builder.create(this, "Vpc")
                        .ipAddresses(IpAddresses.cidr(CIDR))
                        .availabilityZones(getAvailabilityZones())
                        .natGateways(environment.hidesTasks() ? 2 : 0)
                        .subnetConfiguration(
                                List.of(
                                        subnets(PUBLIC, SubnetType.PUBLIC),
                                        subnets(
                                                INSIDE,
                                                environment.hidesTasks()
                                                        ? SubnetType.PRIVATE_WITH_EGRESS
                                                        : SubnetType.PRIVATE_ISOLATED)))
                        .gatewayEndpoints(
                                Map.of(
                                        "S3", gateway(GatewayVpcEndpointAwsService.S3),
                                        "DynamoDb", gateway(GatewayVpcEndpointAwsService.DYNAMODB)))
                        .flowLogs(
                                Map.of(
                                        "Flows",
                                        FlowLogOptions.builder()
                                                .destination(
                                                        FlowLogDestination.toCloudWatchLogs(flows))
                                                .trafficType(FlowLogTrafficType.REJECT)
                                                .build()))
                        .build();
        balancer =
                group(
                        "Balancer",
                        "The load balancer: HTTPS from CloudFront and from within, to recipe-server");
        server = group("Server", "recipe-server: from the load balancer alone");
        workers = group("Workers", "Services that nobody calls");
        jobs = group("Jobs", "Tasks of jobs");
        balancer.addIngressRule(
                Peer.prefixList(site().cloudFrontPrefixes()),
                Port.tcp(HTTPS),
                "CloudFront, by its VPC origin");
        balancer.addIngressRule(workers, Port.tcp(HTTPS), "sender-service");
        balancer.addIngressRule(jobs, Port.tcp(HTTPS), "Tasks that read recipes");
        balancer.addEgressRule(server, Port.tcp(SERVICE_PORT), "Requests and health checks");
        server.addIngressRule(balancer, Port.tcp(SERVICE_PORT), "Requests and health checks");
        Stream.of(server, workers, jobs)
                .forEach(group ->
                        group.addEgressRule(
                                Peer.anyIpv4(), Port.tcp(HTTPS), "AWS, registries, the server"));
    }

    /// Where tasks run.
    SubnetSelection ofTasks() {
        return SubnetSelection.builder()
                .subnetGroupName(chosen().hidesTasks() ? INSIDE : PUBLIC)
                .build();
    }

    SubnetSelection inside() {
        return SubnetSelection.builder().subnetGroupName(INSIDE).build();
    }

    /// Named, so that no synthesis has to ask the account for them.
    @Override
    public List<String> getAvailabilityZones() {
        return List.of(getRegion() + "a", getRegion() + "b");
    }

    private static SubnetConfiguration subnets(String name, SubnetType type) {
        return SubnetConfiguration.builder()
                .name(name)
                .subnetType(type)
                .cidrMask(SUBNET_MASK)
                .build();
    }

    private static GatewayVpcEndpointOptions gateway(GatewayVpcEndpointAwsService service) {
        return GatewayVpcEndpointOptions.builder().service(service).build();
    }

    private SecurityGroup group(String id, String description) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(false)
                .build();
    }
}
