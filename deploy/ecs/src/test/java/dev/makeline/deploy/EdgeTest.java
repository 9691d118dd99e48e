package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.deploy.Installation.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NeedsNode
class EdgeTest {

    private static final String DISTRIBUTION = "AWS::CloudFront::Distribution";

    /// `CachingDisabled`, a policy that AWS keeps.
    private static final String MANAGED_CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    private static final String PAGES = Installation.SITE.host();
    private static final String FILES = "files." + PAGES;

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void pagesComeFromTheLoadBalancerByAVpcOriginAndHttps(Installation installation) {
        Resource pages = distribution(installation, PAGES);
        JsonNode origin = pages.at("/DistributionConfig/Origins/0");
        Resource road =
                installation.resources("AWS::CloudFront::VpcOrigin").findFirst().orElseThrow();

        assertThat(pages.at("/DistributionConfig/Origins")).hasSize(1);
        assertThat(origin.at("/VpcOriginConfig/VpcOriginId").toString()).contains(road.id());
        assertThat(road.at("/VpcOriginEndpointConfig/OriginProtocolPolicy").asText())
                .isEqualTo("https-only");
        assertThat(road.at("/VpcOriginEndpointConfig/Arn").toString()).contains("Balancer");
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void nothingOfPeopleIsKeptAtTheEdge(Installation installation) {
        JsonNode pages =
                distribution(installation, PAGES).at("/DistributionConfig/DefaultCacheBehavior");

        assertThat(pages.path("CachePolicyId").asText()).isEqualTo(MANAGED_CACHING_DISABLED);
        assertThat(pages.path("ViewerProtocolPolicy").asText()).isEqualTo("redirect-to-https");
        assertThat(pages.path("AllowedMethods")).hasSize(7);
    }

    /// Else every person would fetch them from the server anew.
    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void assetsAreKeptForEverybodyWhateverCookiesTheyBring(Installation installation) {
        JsonNode behaviors =
                distribution(installation, PAGES).at("/DistributionConfig/CacheBehaviors");
        Resource policy =
                installation.resources("AWS::CloudFront::CachePolicy").findFirst().orElseThrow();
        JsonNode key = policy.at("/CachePolicyConfig/ParametersInCacheKeyAndForwardedToOrigin");

        assertThat(Installation.elements(behaviors))
                .singleElement()
                .satisfies(assets -> {
                    assertThat(assets.path("PathPattern").asText()).isEqualTo("/assets/*");
                    assertThat(assets.at("/CachePolicyId/Ref").asText()).isEqualTo(policy.id());
                    assertThat(assets.path("AllowedMethods")).hasSize(2);
                });
        assertThat(key.at("/CookiesConfig/CookieBehavior").asText()).isEqualTo("none");
        assertThat(key.at("/HeadersConfig/Headers").toString()).isEqualTo("[\"Host\"]");
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void eachHostHasACertificateAndRecordsOfBothKindsOfAddresses(Installation installation) {
        assertThat(installation.resources(DISTRIBUTION))
                .isNotEmpty()
                .allSatisfy(distribution -> {
                    String host = distribution.at("/DistributionConfig/Aliases/0").asText();
                    assertThat(distribution.at("/DistributionConfig/Aliases")).hasSize(1);
                    assertThat(
                                    distribution
                                            .at(
                                                    "/DistributionConfig/ViewerCertificate/MinimumProtocolVersion")
                                            .asText())
                            .isEqualTo("TLSv1.2_2021");
                    String certificate =
                            distribution
                                    .at(
                                            "/DistributionConfig/ViewerCertificate/AcmCertificateArn/Ref")
                                    .asText();
                    assertThat(
                                    installation
                                            .resources("AWS::CertificateManager::Certificate")
                                            .filter(one -> one.stack().equals("makeline-edge"))
                                            .filter(one -> one.id().equals(certificate))
                                            .map(one -> one.at("/DomainName").asText()))
                            .containsExactly(host);
                    assertThat(
                                    installation
                                            .resources("AWS::Route53::RecordSet")
                                            .filter(one -> one.stack().equals("makeline-edge"))
                                            .filter(one ->
                                                    one.at("/AliasTarget/DNSName/Fn::GetAtt/0")
                                                            .asText()
                                                            .equals(distribution.id()))
                                            .map(one ->
                                                    one.at("/Type").asText()
                                                            + " "
                                                            + one.at("/Name").asText()))
                            .containsExactlyInAnyOrder("A " + host + ".", "AAAA " + host + ".");
                });
    }

    @Test
    void filesAreServedFromTheirBucketToSignedLinksAlone() {
        Installation prod = Installation.prod();
        Resource files = distribution(prod, FILES);
        JsonNode behavior = files.at("/DistributionConfig/DefaultCacheBehavior");
        List<String> groups =
                prod.resources("AWS::CloudFront::KeyGroup").map(Resource::id).toList();

        assertThat(groups).hasSize(1);
        assertThat(Installation.elements(behavior.path("TrustedKeyGroups")))
                .singleElement()
                .asString()
                .contains(groups.getFirst());
        assertThat(behavior.path("ViewerProtocolPolicy").asText()).isEqualTo("https-only");
        assertThat(behavior.path("AllowedMethods")).hasSize(2);
        assertThat(files.at("/DistributionConfig/CacheBehaviors").isMissingNode()).isTrue();
        assertThat(
                        prod.resources("AWS::CloudFront::OriginAccessControl")
                                .map(one ->
                                        one.at("/OriginAccessControlConfig/SigningBehavior")
                                                        .asText()
                                                + " "
                                                + one.at(
                                                                "/OriginAccessControlConfig/OriginAccessControlOriginType")
                                                        .asText()))
                .containsExactly("always s3");
        assertThat(files.at("/DistributionConfig/Origins/0/OriginAccessControlId").isMissingNode())
                .isFalse();
        assertThat(Statements.of(prod).filter(Statements::allows))
                .filteredOn(statement ->
                        statement
                                .json()
                                .at("/Principal/Service")
                                .asText()
                                .equals("cloudfront.amazonaws.com"))
                .hasSize(2)
                .allSatisfy(statement ->
                        assertThat(statement.conditions().at("/ArnLike/aws:SourceArn").asText())
                                .isEqualTo("arn:aws:cloudfront::111122223333:distribution/*"))
                .extracting(statement -> statement.resource().type())
                .containsExactlyInAnyOrder("AWS::KMS::Key", "AWS::S3::BucketPolicy");
    }

    @Test
    void withoutAKeyOfItsOwnerNoDistributionServesFiles() {
        assertThat(Installation.dev().resources(DISTRIBUTION)).hasSize(1);
        assertThat(Installation.dev().resources("AWS::CloudFront::KeyGroup")).isEmpty();
    }

    private static Resource distribution(Installation installation, String host) {
        return installation.resource(DISTRIBUTION, "/DistributionConfig/Aliases/0", host);
    }
}
