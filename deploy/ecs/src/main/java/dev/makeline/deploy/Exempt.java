package dev.makeline.deploy;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import java.util.stream.Stream;
import software.constructs.IConstruct;

/// What of the rules of cdk-nag does not hold for a resource, and why.
final class Exempt {

    private Exempt() {}

    static void from(IConstruct resource, String rule, String reason) {
        NagSuppressions.addResourceSuppressions(
                resource,
                List.of(NagPackSuppression.builder().id(rule).reason(reason).build()),
                true);
    }

    /// Only for findings that say one of these.
    static void from(IConstruct resource, String rule, String reason, String... findings) {
        NagSuppressions.addResourceSuppressions(
                resource,
                List.of(
                        NagPackSuppression.builder()
                                .id(rule)
                                .reason(reason)
                                .appliesTo(
                                        Stream.of(findings)
                                                .map(finding ->
                                                        RegexAppliesTo.builder()
                                                                .regex("/^" + finding + "$/")
                                                                .build())
                                                .toList())
                                .build()),
                true);
    }
}
