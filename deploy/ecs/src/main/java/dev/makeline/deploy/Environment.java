package dev.makeline.deploy;

import java.util.Optional;

/// One installation: where it is, and what it may cost.
///
/// @param name `dev` or `prod`
/// @param keepsData whether buckets, tables, queues, keys and people outlive their stacks
/// @param hidesTasks whether tasks have no public address: they then reach the world through NAT
///   gateways, which cost more than all tasks of a small installation together
/// @param insights whether ECS reports each service's and task's figures, which CloudWatch charges
/// @param edgeFirewall whether a second web ACL stands before CloudFront, with limits by address
/// @param accelerates whether browsers send files to the nearest place of AWS's, which costs by the
///   gigabyte where it is faster
/// @param spot whether queue workers and jobs may run on spare machines that AWS takes back
/// @param standby the region that objects and rows are copied to; empty for none
/// @param logDays how long logs are kept
/// @param monthlyDollars beyond which people are told
public record Environment(
        String name,
        Site site,
        boolean keepsData,
        boolean hidesTasks,
        boolean insights,
        boolean edgeFirewall,
        boolean accelerates,
        boolean spot,
        Optional<String> standby,
        Size server,
        Size watcher,
        Size sender,
        Size dispatcher,
        int logDays,
        int monthlyDollars) {

    /// The smallest sizes of Fargate; for some ten makes a second.
    public static Environment dev(Site site) {
        Size one = new Size(256, 512, 1, 1);
        return new Environment(
                "dev",
                site,
                false,
                false,
                false,
                false,
                false,
                true,
                Optional.empty(),
                new Size(256, 512, 1, 2),
                one,
                new Size(256, 512, 1, 2),
                one,
                14,
                100);
    }

    /// Two of everything, in two zones, and room to grow to some thousand makes a second.
    public static Environment prod(Site site, Optional<String> standby) {
        return new Environment(
                "prod",
                site,
                true,
                true,
                true,
                true,
                true,
                true,
                standby,
                new Size(1024, 2048, 2, 20),
                new Size(512, 1024, 2, 2),
                new Size(512, 1024, 2, 20),
                new Size(256, 512, 2, 2),
                365,
                1500);
    }

    public Environment {
        standby.ifPresent(region -> {
            if (region.equals(site.region())) {
                throw new IllegalArgumentException(
                        "The standby region must be another than %s, where the rest stands"
                                .formatted(region));
            }
        });
    }
}
