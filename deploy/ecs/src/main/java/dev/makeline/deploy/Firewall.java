package dev.makeline.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ManagedRuleGroupStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.OverrideActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionOverrideProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;

/// Web ACLs: one before the load balancer, which looks at requests, and one before CloudFront,
/// which looks at whom they come from, since that is not seen any more behind it.
final class Firewall {

    /// Recipes are texts of people: what looks like an attack in one is a line of it, and a make
    /// may have a mebibyte. These rules count alone.
    private static final List<String> ABOUT_BODIES =
            List.of(
                    "SizeRestrictions_BODY",
                    "CrossSiteScripting_BODY",
                    "GenericLFI_BODY",
                    "GenericRFI_BODY",
                    "EC2MetaDataSSRF_BODY");

    /// More than an office of people behind one address asks for in five minutes.
    private static final int REQUESTS_OF_AN_ADDRESS = 10_000;

    private Firewall() {}

    static CfnWebACL ofRequests(MakelineStack stack) {
        return create(
                stack,
                "REGIONAL",
                "makeline-requests",
                List.of(
                        managed("AWSManagedRulesCommonRuleSet", 0, ABOUT_BODIES),
                        managed("AWSManagedRulesKnownBadInputsRuleSet", 1, List.of())));
    }

    static CfnWebACL ofCallers(MakelineStack stack) {
        List<RuleProperty> rules =
                new ArrayList<>(
                        List.of(managed("AWSManagedRulesAmazonIpReputationList", 0, List.of())));
        rules.add(
                RuleProperty.builder()
                        .name("requests-of-an-address")
                        .priority(1)
                        .statement(
                                StatementProperty.builder()
                                        .rateBasedStatement(
                                                CfnWebACL.RateBasedStatementProperty.builder()
                                                        .aggregateKeyType("IP")
                                                        .limit(REQUESTS_OF_AN_ADDRESS)
                                                        .evaluationWindowSec(300)
                                                        .build())
                                        .build())
                        .action(
                                RuleActionProperty.builder()
                                        .block(CfnWebACL.BlockActionProperty.builder().build())
                                        .build())
                        .visibilityConfig(seenAs("requests-of-an-address"))
                        .build());
        return create(stack, "CLOUDFRONT", "makeline-callers", rules);
    }

    private static CfnWebACL create(
            MakelineStack stack, String scope, String name, List<RuleProperty> rules) {
        return CfnWebACL.Builder.create(stack, "Firewall")
                .name(name)
                .scope(scope)
                .defaultAction(
                        CfnWebACL.DefaultActionProperty.builder()
                                .allow(CfnWebACL.AllowActionProperty.builder().build())
                                .build())
                .rules(rules)
                .visibilityConfig(seenAs(name))
                .build();
    }

    private static RuleProperty managed(String group, int priority, List<String> countedAlone) {
        return RuleProperty.builder()
                .name(group)
                .priority(priority)
                .statement(
                        StatementProperty.builder()
                                .managedRuleGroupStatement(
                                        ManagedRuleGroupStatementProperty.builder()
                                                .vendorName("AWS")
                                                .name(group)
                                                .ruleActionOverrides(counted(countedAlone.stream()))
                                                .build())
                                .build())
                .overrideAction(OverrideActionProperty.builder().none(Map.of()).build())
                .visibilityConfig(seenAs(group))
                .build();
    }

    private static List<RuleActionOverrideProperty> counted(Stream<String> rules) {
        return rules.map(rule ->
                        RuleActionOverrideProperty.builder()
                                .name(rule)
                                .actionToUse(
                                        RuleActionProperty.builder()
                                                .count(
                                                        CfnWebACL.CountActionProperty.builder()
                                                                .build())
                                                .build())
                                .build())
                .toList();
    }

    private static VisibilityConfigProperty seenAs(String metric) {
        return VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .metricName(metric)
                .sampledRequestsEnabled(true)
                .build();
    }
}
