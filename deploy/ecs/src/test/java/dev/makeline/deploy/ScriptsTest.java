package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.deploy.Script.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {

    private static final String COMMIT = "65b2ec0cb6d1f2a3b4c5d6e7f8091a2b3c4d5e6f";

    @TempDir Path folder;

    @Test
    void whatIsDeployedIsTheTagOfTheRunningImage() throws Exception {
        Outcome outcome =
                new Script(folder)
                        .where(
                                "aws",
                                """
                                case $2 in
                                    describe-services) echo arn:aws:ecs:us-east-1:1:task-definition/makeline-recipe-server:7 ;;
                                    describe-task-definition) echo 1.dkr.ecr.us-east-1.amazonaws.com/makeline/recipe-server:%s ;;
                                esac\
                                """
                                        .formatted(COMMIT))
                        .run("deployed-image");

        assertThat(outcome).isEqualTo(new Outcome(0, "image=" + COMMIT + "\n"));
    }

    @Test
    void nothingIsDeployedWhereThereIsNoClusterOrNoService() throws Exception {
        Outcome noCluster =
                new Script(folder)
                        .where(
                                "aws",
                                "echo 'An error occurred (ClusterNotFoundException) when calling the DescribeServices operation: Cluster not found.' >&2; exit 254")
                        .run("deployed-image");
        Outcome noService = new Script(folder).where("aws", "echo None").run("deployed-image");

        assertThat(noCluster).isEqualTo(new Outcome(0, "image=\n"));
        assertThat(noService).isEqualTo(noCluster);
    }

    /// Else a rollback would be left out for want of a right, and nobody would know.
    @Test
    void aRightThatIsMissingIsNotTakenForNothingDeployed() throws Exception {
        Outcome outcome =
                new Script(folder)
                        .where(
                                "aws",
                                "echo 'An error occurred (AccessDeniedException) when calling the DescribeServices operation' >&2; exit 254")
                        .run("deployed-image");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("AccessDeniedException").doesNotContain("image=");
    }

    @Test
    void anImageForAnotherProcessorIsNotPushed() throws Exception {
        Script script = new Script(folder).where("docker", docker("linux/arm64"));

        Outcome outcome = script.run("push-images", "registry", COMMIT, saved());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output())
                .contains(
                        "The image of recipe-server is for linux/arm64, and the tasks run on linux/amd64");
        assertThat(script.called()).noneMatch(call -> call.startsWith("docker push"));
    }

    @Test
    void imagesArePushedUnderTheTagOfTheCommitUnlessTheyWereBefore() throws Exception {
        Script script = new Script(folder).where("docker", docker("linux/amd64"));

        Outcome outcome = script.run("push-images", "registry", COMMIT, saved());

        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(script.called().stream().filter(call -> call.startsWith("docker push")))
                .containsExactly(
                        "docker push registry/makeline/recipe-server:" + COMMIT,
                        "docker push registry/makeline/watcher-service:" + COMMIT,
                        "docker push registry/makeline/processor-service:" + COMMIT);
    }

    @Test
    void whatRanBeforeIsDeployedByItsOwnStacks() throws Exception {
        Script script =
                new Script(folder)
                        .where(
                                "git",
                                """
                                if [ "$1" = worktree ]; then
                                    mkdir -p "$5/deploy/ecs"
                                    printf '#!/bin/sh\\necho "mvnw $*" >>"%s"\\n' >"$5/mvnw"
                                    chmod +x "$5/mvnw"
                                fi\
                                """
                                        .formatted(folder.resolve("calls")))
                        .where("cdk", "pwd");

        Outcome outcome = script.run("roll-back", "dev", COMMIT);

        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(outcome.output()).endsWith("/source/deploy/ecs\n");
        assertThat(script.called())
                .satisfiesExactly(
                        fetch -> assertThat(fetch).startsWith("git fetch").endsWith(COMMIT),
                        tree -> assertThat(tree).startsWith("git worktree add").endsWith(COMMIT),
                        build -> assertThat(build).startsWith("mvnw").contains("deploy/ecs"),
                        deploy ->
                                assertThat(deploy)
                                        .isEqualTo(
                                                "cdk deploy makeline-services makeline-jobs --exclusively --require-approval never --context environment=dev --context image="
                                                        + COMMIT),
                        end -> assertThat(end).contains("worktree remove"));
    }

    @Test
    void whatIsNoCommitIsNotRolledBackTo() throws Exception {
        Script script = new Script(folder).where("git", "").where("cdk", "");

        Outcome outcome = script.run("roll-back", "dev", "latest");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("'latest' is deployed, which is no commit");
        assertThat(script.called()).isEmpty();
    }

    /// The sender's is there already.
    private static String docker(String platform) {
        return """
        case "$1 $2" in
            "manifest inspect") case $3 in *sender-service*) exit 0 ;; esac; exit 1 ;;
            load*) cat >/dev/null ;;
            "image inspect") echo %s ;;
        esac\
        """
                .formatted(platform);
    }

    private String saved() throws IOException {
        for (String service : DeliveryStack.IMAGES) {
            Path image = Files.createDirectories(folder.resolve("images/image-" + service));
            try (GZIPOutputStream saved =
                    new GZIPOutputStream(Files.newOutputStream(image.resolve("image.tar.gz")))) {
                saved.write(1);
            }
        }
        return folder.resolve("images").toString();
    }
}
