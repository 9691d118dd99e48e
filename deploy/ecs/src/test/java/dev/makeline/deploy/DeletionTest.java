package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.deploy.Installation.Resource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@NeedsNode
class DeletionTest {

    private static final Set<String> OF_DATA =
            Set.of(
                    "AWS::S3::Bucket",
                    "AWS::DynamoDB::GlobalTable",
                    "AWS::SQS::Queue",
                    "AWS::KMS::Key",
                    "AWS::Cognito::UserPool",
                    "AWS::SecretsManager::Secret",
                    "AWS::ECR::Repository");

    @Test
    void theDeletionOfAStackOfProductionLosesNoData() {
        List<Resource> data =
                Installation.prod()
                        .resources()
                        .filter(resource -> OF_DATA.contains(resource.type()))
                        .toList();

        assertThat(data.stream().map(Resource::type)).containsAll(OF_DATA);
        assertThat(data)
                .allSatisfy(resource -> {
                    assertThat(resource.json().path("DeletionPolicy").asText()).isEqualTo("Retain");
                    assertThat(resource.json().path("UpdateReplacePolicy").asText())
                            .isEqualTo("Retain");
                });
    }

    @Test
    void nothingEmptiesABucketSoThatItsStackCanBeDeleted() {
        assertThat(Installation.both().flatMap(Installation::resources).map(Resource::type))
                .noneMatch(type -> type.startsWith("Custom::"));
    }
}
