package dev.makeline.benchmark.cost;

/// What stands in an installation, as the stacks of deploy/ecs make it.
///
/// @param name of the installation
/// @param vcpus of all tasks that are not on Spot
/// @param spotVcpus of those that are; each processor has two GiB
/// @param addresses public ones
/// @param balancers load balancers
/// @param gateways NAT gateways
/// @param keys of KMS
/// @param alarmMetrics an alarm on a sum of two pays for two
/// @param rules of all web ACLs
/// @param logGib of logs a month
public record Standing(
        String name,
        double vcpus,
        double spotVcpus,
        int addresses,
        int balancers,
        int gateways,
        int keys,
        int secrets,
        int zones,
        int alarmMetrics,
        int webAcls,
        int rules,
        double logGib) {

    private static final double GIB_OF_A_VCPU = 2;

    /// One task of each service, three of them on Spot, with addresses of their own.
    public static final Standing DEV =
            new Standing("dev", 0.25, 0.75, 4, 1, 0, 2, 3, 2, 18, 1, 2, 1);

    /// The same without a web ACL: what a first user who knows everybody who comes in may choose.
    public static final Standing DEV_WITHOUT_FIREWALL =
            new Standing("dev without web ACL", 0.25, 0.75, 4, 1, 0, 2, 3, 2, 18, 0, 0, 1);

    /// Two tasks of each service behind NAT gateways, two web ACLs.
    public static final Standing PROD = new Standing("prod", 3, 2.5, 0, 1, 2, 3, 3, 2, 18, 2, 6, 5);

    Bill bill(PriceTable prices) {
        double hours = Makeline.HOURS;
        double spot = prices.get("fargate.spot-share");
        double vcpu = vcpus + spotVcpus * spot;
        return new Bill.Writer(prices)
                .add("Fargate, processors", vcpu * hours, "fargate.vcpu-hour")
                .add("Fargate, memory", vcpu * GIB_OF_A_VCPU * hours, "fargate.gib-hour")
                .add("public addresses", addresses * hours, "ipv4.hour")
                .add("NAT gateways", gateways * hours, "nat.hour")
                .add("load balancer", balancers * hours, "alb.hour")
                .add("web ACLs", webAcls, "waf.acl-month")
                .add("their rules", rules, "waf.rule-month")
                .add("keys", keys, "kms.key-month")
                .add("secrets", secrets, "secrets.secret-month")
                .add("DNS zones", zones, "route53.zone-month")
                .add("alarms", alarmMetrics, "cloudwatch.alarm-month")
                .add("logs", logGib, "cloudwatch.logs-gib")
                .bill();
    }
}
