package dev.makeline.benchmark.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/// What stands in an installation, as the stacks of deploy/ecs make it: `standing.properties`,
/// whose lines a test of that module holds against the templates.
///
/// @param name of the installation
/// @param amounts by what they are of
public record Standing(String name, Map<String, Double> amounts) {

    /// One task of each service, three of them on Spot, with addresses of their own.
    public static final Standing DEV = of("dev");

    /// The same without a web ACL: what a first user who knows everybody who comes in may choose.
    public static final Standing DEV_WITHOUT_FIREWALL =
            DEV.named("dev without web ACL").with("web-acls", 0).with("rules", 0);

    /// Two tasks of each service behind NAT gateways, two web ACLs.
    public static final Standing PROD = of("prod");

    public Standing {
        amounts = Map.copyOf(amounts);
    }

    private static Standing of(String name) {
        try (InputStream file =
                Objects.requireNonNull(Standing.class.getResourceAsStream("standing.properties"))) {
            Properties lines = new Properties();
            lines.load(file);
            String prefix = name + ".";
            return new Standing(
                    name,
                    lines.stringPropertyNames().stream()
                            .filter(line -> line.startsWith(prefix))
                            .collect(
                                    Collectors.toMap(
                                            line -> line.substring(prefix.length()),
                                            line -> Double.valueOf(lines.getProperty(line)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Standing named(String other) {
        return new Standing(other, amounts);
    }

    Standing with(String what, double amount) {
        Map<String, Double> changed = new HashMap<>(amounts);
        changed.put(what, amount);
        return new Standing(name, changed);
    }

    double get(String what) {
        Double amount = amounts.get(what);
        if (amount == null) {
            throw new IllegalArgumentException("There is no %s.%s".formatted(name, what));
        }
        return amount;
    }

    /// That run when nothing comes.
    double tasks(String service) {
        return get("tasks." + service);
    }

    Bill bill(PriceTable prices) {
        double hours = Makeline.HOURS;
        double spot = prices.get("fargate.spot-share");
        double vcpus = get("vcpus") + get("spot-vcpus") * spot;
        double gib = get("gib") + get("spot-gib") * spot;
        return new Bill.Writer(prices)
                .add("Fargate, processors", vcpus * hours, "fargate.vcpu-hour")
                .add("Fargate, memory", gib * hours, "fargate.gib-hour")
                .add("public addresses", get("addresses") * hours, "ipv4.hour")
                .add("NAT gateways", get("gateways") * hours, "nat.hour")
                .add("load balancer", get("balancers") * hours, "alb.hour")
                .add("web ACLs", get("web-acls"), "waf.acl-month")
                .add("their rules", get("rules"), "waf.rule-month")
                .bill()
                .plus(watched(prices));
    }

    /// What stands however programs run.
    Bill watched(PriceTable prices) {
        return new Bill.Writer(prices)
                .add("keys", get("keys"), "kms.key-month")
                .add("secrets", get("secrets"), "secrets.secret-month")
                .add("DNS zones", get("zones"), "route53.zone-month")
                .add("alarms", get("alarm-metrics"), "cloudwatch.alarm-month")
                .add("Container Insights", get("insight-metrics"), "cloudwatch.metric-month")
                .add("logs", get("assumed-log-gib"), "cloudwatch.logs-gib")
                .bill();
    }
}
