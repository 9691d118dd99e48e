package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NeedsNode
class NagTest {

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#all")
    void theRulesOfAwsSolutionsHoldOrAReasonIsGiven(Installation installation) {
        assertThat(installation.reports).isEqualTo(installation.templates.keySet());
        assertThat(installation.findings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#all")
    void eachExemptionHasAReasonOfItsOwn(Installation installation) {
        assertThat(
                        installation
                                .resources()
                                .flatMap(resource ->
                                        Installation.elements(
                                                resource.json()
                                                        .at("/Metadata/cdk_nag/rules_to_suppress")))
                                .map(rule -> rule.path("reason"))
                                .map(JsonNode::asText))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
    }

    /// Else a right on everything would be let pass with one on all objects of a bucket.
    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#all")
    void anExemptionAboutStarsNamesWhereTheyStand(Installation installation) {
        assertThat(
                        installation
                                .resources()
                                .flatMap(resource ->
                                        Installation.elements(
                                                resource.json()
                                                        .at("/Metadata/cdk_nag/rules_to_suppress")))
                                .filter(rule ->
                                        rule.path("id").asText().equals("AwsSolutions-IAM5")))
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.path("applies_to")).isNotEmpty();
                    assertThat(rule.path("applies_to").toString()).doesNotContain("::.*");
                });
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#all")
    void noTemplateHasToAskTheAccount(Installation installation) {
        assertThat(installation.missing).isEmpty();
    }
}
