package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.deploy.Installation.Resource;
import dev.makeline.protocol.ResourceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NeedsNode
class RightsTest {

    /// AWS knows no narrower resource for these.
    private static final Set<String> OF_EVERYTHING =
            Set.of(
                    "ecr:GetAuthorizationToken",
                    "ecs:DescribeTaskDefinition",
                    "ecs:RegisterTaskDefinition");

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void noStatementAllowsAnyAction(Installation installation) {
        assertThat(Statements.of(installation).filter(Statements::allows))
                .filteredOn(statement -> statement.actions().stream().anyMatch(RightsTest::isAny))
                .allSatisfy(statement -> {
                    assertThat(statement.isAboutTheKeyItself()).isTrue();
                    assertThat(statement.actions()).containsExactly("kms:*");
                    assertThat(statement.json().path("Principal").toString()).contains(":root");
                })
                .hasSizeBetween(2, 3);
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void onlyANamedFewActionsAreAllowedOnEverything(Installation installation) {
        assertThat(
                        Statements.of(installation)
                                .filter(Statements::allows)
                                .filter(statement -> !statement.isAboutTheKeyItself())
                                .filter(statement -> statement.resources().contains("*"))
                                .flatMap(statement -> statement.actions().stream()))
                .isNotEmpty()
                .isSubsetOf(OF_EVERYTHING);
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void aStarStandsAtTheEndOfAResourceThatIsNamed(Installation installation) {
        assertThat(
                        Statements.of(installation)
                                .filter(Statements::allows)
                                .flatMap(statement -> statement.resources().stream())
                                .filter(resource ->
                                        resource.contains("*") && !resource.equals("*")))
                .allMatch(
                        resource ->
                                resource.matches(
                                        "arn:aws:(s3:::makeline-(intake|files)-[a-z0-9-]+/(files/|makes/|recipes/|makes/jobs/|recipes/jobs/)?\\*"
                                                + "|dynamodb:[a-z0-9-]+:[0-9]+:table/makeline-[a-z]+/(index|stream)/\\*"
                                                + "|ecr:[a-z0-9-]+:[0-9]+:repository/makeline/\\*"
                                                + "|ecs:[a-z0-9-]+:[0-9]+:(task-definition/makeline-task(-container-\\*)?:\\*|(task|container-instance)/makeline/\\*)"
                                                + "|cloudformation:[a-z0-9-]+:[0-9]+:stack/makeline-\\*/\\*"
                                                + "|kms:us-west-2:[0-9]+:key/\\*)"
                                                + "|\\$\\{Files[0-9A-F]{8}\\.Arn}/\\*"
                                                + "|\\$\\{Logs[0-9A-F]{8}\\.Arn}/(s3/makeline-(intake|files)|balancer/AWSLogs/[0-9]+)/\\*"),
                        "ends what is named");
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void eachTaskHasARoleOfItsOwnAndAnotherThatStartsIt(Installation installation) {
        List<String> roles =
                installation
                        .resources("AWS::ECS::TaskDefinition")
                        .flatMap(task ->
                                Stream.of(
                                        task.at("/TaskRoleArn").toString(),
                                        task.at("/ExecutionRoleArn").toString()))
                        .toList();

        assertThat(roles).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void whatATaskMayIsWhatItsGrantSays() {
        List<Statements> task = of(Installation.prod(), "taskrole");

        assertThat(task.stream().flatMap(statement -> statement.actions().stream()))
                .containsExactlyInAnyOrder(
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem",
                        "s3:GetObject",
                        "s3:PutObject",
                        "kms:Decrypt",
                        "kms:DescribeKey",
                        "kms:Encrypt",
                        "kms:GenerateDataKey",
                        "kms:ReEncryptFrom",
                        "kms:ReEncryptTo");
        assertThat(task.stream().flatMap(statement -> statement.resources().stream()))
                .noneMatch(resource -> resource.contains(ResourceNames.ACCOUNTS_TABLE))
                .noneMatch(resource -> resource.contains("makeline-files-"));
    }

    /// ECS asks for `ecs:TagResource` beside `ecs:RunTask`, with the action that makes the task and
    /// without the cluster.
    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void theDispatcherMayMarkTheTasksThatItStartsAndNoOthers(Installation installation) {
        assertThat(of(installation, "processorservicerole"))
                .filteredOn(statement -> statement.actions().contains("ecs:TagResource"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.actions()).containsExactly("ecs:TagResource");
                    assertThat(statement.resources())
                            .containsExactly(Installation.SITE.arn("ecs", "task/makeline/*"));
                    assertThat(statement.conditions().toString())
                            .isEqualTo("{\"StringEquals\":{\"ecs:CreateAction\":\"RunTask\"}}");
                });
    }

    @Test
    void theDispatcherMayRunTheDefinitionsThatItRegistersForContainers() throws IOException {
        String registers =
                Files.readString(
                        Path.of(
                                "../../processor-service/src/main/java/dev/makeline/processor/task/ecs/ContainerTaskDefinitions.java"));

        assertThat(registers).contains("\"%s-container-%s\"");
        assertThat(of(Installation.prod(), "processorservicerole"))
                .filteredOn(statement -> statement.actions().contains("ecs:RunTask"))
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.resources())
                                .containsExactlyInAnyOrder(
                                        Installation.SITE.arn(
                                                "ecs", "task-definition/makeline-task:*"),
                                        Installation.SITE.arn(
                                                "ecs",
                                                "task-definition/makeline-task-container-*:*")));
    }

    @Test
    void nobodyButRecipeServerReachesAccounts() {
        assertThat(
                        Statements.of(Installation.prod())
                                .filter(Statements::allows)
                                .filter(statement ->
                                        statement.resources().stream()
                                                .anyMatch(resource ->
                                                        resource.endsWith(
                                                                ResourceNames.ACCOUNTS_TABLE)))
                                .map(Statements::resource)
                                .map(Resource::id))
                .hasSize(1)
                .allMatch(role -> role.startsWith("recipeserverrole"));
    }

    @Test
    void theRecordOfWhatPeopleDidCannotBeChanged() {
        assertThat(of(Installation.prod(), "recipeserverrole"))
                .filteredOn(statement -> !statement.allows())
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.actions())
                            .containsExactlyInAnyOrder(
                                    "dynamodb:BatchWriteItem",
                                    "dynamodb:DeleteItem",
                                    "dynamodb:UpdateItem");
                    assertThat(statement.conditions().toString()).contains("audit#*");
                });
    }

    private static List<Statements> of(Installation installation, String role) {
        return Statements.of(installation)
                .filter(statement -> statement.resource().id().startsWith(role))
                .filter(statement -> statement.resource().type().equals("AWS::IAM::Policy"))
                .toList();
    }

    private static boolean isAny(String action) {
        return action.contains("*");
    }
}
