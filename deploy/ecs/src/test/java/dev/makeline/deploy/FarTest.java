package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.deploy.Installation.Resource;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// An installation in a region that is not the edge's own.
@NeedsNode
class FarTest {

    private static final Set<String> OF_THE_EDGE = Set.of("makeline-edge");

    @Test
    void theEdgeStandsInItsRegionAndAllElseInTheSitesOwn() {
        assertThat(Installation.far().regions)
                .hasSize(9)
                .allSatisfy((stack, region) ->
                        assertThat(region)
                                .isEqualTo(
                                        OF_THE_EDGE.contains(stack)
                                                ? "us-east-1"
                                                : "eu-central-1"));
    }

    /// Of the CDK's own, which tell one region what is in another by parameters of SSM.
    @Test
    void onlyWhatCarriesNamesBetweenRegionsIsACustomResource() {
        assertThat(
                        Installation.far()
                                .resources()
                                .map(Resource::type)
                                .filter(type -> type.startsWith("Custom::")))
                .isNotEmpty()
                .allMatch(type -> type.startsWith("Custom::CrossRegionExport"));
    }

    @Test
    void thePipelineMayTakeTheRolesOfBothRegions() {
        assertThat(
                        Statements.of(Installation.far())
                                .filter(statement -> statement.actions().contains("sts:AssumeRole"))
                                .flatMap(statement -> statement.resources().stream())
                                .filter(role -> role.contains("cdk-hnb659fds-lookup-role"))
                                .distinct())
                .containsExactlyInAnyOrder(
                        "arn:aws:iam::111122223333:role/cdk-hnb659fds-lookup-role-111122223333-eu-central-1",
                        "arn:aws:iam::111122223333:role/cdk-hnb659fds-lookup-role-111122223333-us-east-1");
    }

    @Test
    void servicesAreToldOfThatRegionAndNoOther() {
        assertThat(
                        Installation.far()
                                .resources("AWS::ECS::TaskDefinition")
                                .map(Container::of)
                                .map(Container::environment))
                .hasSize(5)
                .allSatisfy(environment -> {
                    assertThat(environment).containsEntry("AWS_REGION", "eu-central-1");
                    assertThat(environment.values())
                            .noneMatch(value -> value.contains("us-east-1"));
                });
    }
}
