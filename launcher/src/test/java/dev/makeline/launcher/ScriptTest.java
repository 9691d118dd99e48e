package dev.makeline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the script `makeline` in a project of its own, with a Maven and with JDKs that only tell
/// how they were called.
final class ScriptTest {

    private static final String FAKE_MAVEN =
            """
            #!/bin/sh
            echo "maven with $JAVA_HOME: $*" >>maven-calls
            sleep 0.2
            [ ! -f broken ] || { echo '[ERROR] Something.java does not compile'; exit 1; }
            echo '[INFO] Building Makeline · launcher 0.1.0-SNAPSHOT            [1/1]'
            mkdir -p launcher/target
            echo built >launcher/target/launcher.jar
            """;

    @TempDir Path folder;

    private Path project = Path.of("");

    /// What a run came to.
    private record Outcome(int exitCode, String out, String err) {}

    @BeforeEach
    void makeProject() throws IOException {
        project = folder.resolve("a project with spaces");
        Path resources = project.resolve("launcher/src/main/resources/dev/makeline/launcher");
        Files.createDirectories(resources);
        Files.createDirectories(project.resolve(".mvn"));
        Path module = Path.of("").toAbsolutePath();
        Files.copy(
                module.resolveSibling("makeline"),
                project.resolve("makeline"),
                StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(
                module.resolve("src/main/resources/dev/makeline/launcher/help.txt"),
                resources.resolve("help.txt"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(project.resolve("launcher/pom.xml"), "<project/>");
        executable(project.resolve("mvnw"), FAKE_MAVEN);
        makeOld(project);
    }

    @Test
    void helpNeedsNoJdkAndBuildsNothing() throws Exception {
        Outcome outcome = run(Map.of(), "help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("./makeline <command>", "demo", "token", "down");
        assertThat(mavenCalls()).isEmpty();
    }

    @Test
    void unknownCommandIsRefusedBeforeAnythingIsBuilt() throws Exception {
        jdk("jdks/25", "25.0.1");

        Outcome outcome = run(Map.of(), "dmeo");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("Makeline has no command 'dmeo'; ./makeline help tells the commands.\n");
        assertThat(mavenCalls()).isEmpty();
    }

    @Test
    void withoutAnyJdkOneSentenceSaysWhatToDo() throws Exception {
        jdk("jdks/17", "17.0.15");

        Outcome outcome = run(Map.of(), "up");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("JDK 25", "install one", "set JAVA_HOME")
                .hasLineCount(1);
    }

    @Test
    void javaHomeComesFirst() throws Exception {
        Path mine = jdk("my jdk", "26");
        jdk("jdks/25", "25");

        Outcome outcome = run(Map.of("JAVA_HOME", mine.toString()), "status");

        assertThat(outcome.out()).startsWith("java of " + mine + ":");
    }

    @Test
    void javaHomeThatIsTooOldIsPassedOver() throws Exception {
        Path old = jdk("old", "1.8.0_402");
        Path found = jdk("jdks/temurin 25", "25.0.1");

        Outcome outcome = run(Map.of("JAVA_HOME", old.toString()), "status");

        assertThat(outcome.out()).startsWith("java of " + found + ":");
    }

    @Test
    void javaOnThePathIsFoundBehindItsLinks() throws Exception {
        Path found = jdk("elsewhere/25", "25.0.1");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("alternative"), Path.of("../elsewhere/25/bin/java"));
        Files.createSymbolicLink(bin.resolve("java"), bin.resolve("alternative"));

        Outcome outcome = run(Map.of("PATH", bin + ":/usr/bin:/bin"), "status");

        assertThat(outcome.out()).startsWith("java of " + found.toRealPath() + ":");
    }

    @Test
    void javaOnThePathMayBeAShimThatOnlyKnowsItsHome() throws Exception {
        Path found = jdk("elsewhere/25", "25.0.1");
        Path bin = Files.createDirectories(folder.resolve("shims"));
        executable(bin.resolve("java"), "#!/bin/sh\necho '    java.home = " + found + "' >&2\n");

        Outcome outcome = run(Map.of("PATH", bin + ":/usr/bin:/bin"), "status");

        assertThat(outcome.out()).startsWith("java of " + found + ":");
    }

    @Test
    void amongTheFoldersTheVersionThatIsTestedWithIsPreferred() throws Exception {
        jdk("jdks/24", "24.0.2");
        jdk("jdks/27", "27-ea");
        Path found = jdk("jdks/zulu-25", "25");

        Outcome outcome = run(Map.of(), "status");

        assertThat(outcome.out()).startsWith("java of " + found + ":");
    }

    @Test
    void jdkWithoutAReleaseFileIsAsked() throws Exception {
        Path found = jdk("jdks/25", "25.0.1");
        Files.delete(found.resolve("release"));

        Outcome outcome = run(Map.of(), "status");

        assertThat(outcome.out()).startsWith("java of " + found + ":");
    }

    @Test
    void runTimeWithoutACompilerIsNoJdk() throws Exception {
        Path jre = jdk("jdks/25-jre", "25.0.1");
        Files.delete(jre.resolve("bin/javac"));

        Outcome outcome = run(Map.of(), "status");

        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void testHandsItsArgumentsToMaven() throws Exception {
        Path jdk = jdk("jdks/25", "25.0.1");

        Outcome outcome = run(Map.of(), "test", "-pl", "recipe model");

        assertThat(outcome.exitCode()).isZero();
        assertThat(mavenCalls()).containsExactly("maven with " + jdk + ": verify -pl recipe model");
    }

    @Test
    void testsThatPassedAreABuildAndTestsThatFailedAreNot() throws Exception {
        jdk("jdks/25", "25.0.1");
        Files.createFile(project.resolve("broken"));

        Outcome failed = run(Map.of(), "test");
        Files.delete(project.resolve("broken"));
        Outcome passed = run(Map.of(), "test");
        Outcome up = run(Map.of(), "up");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(passed.exitCode()).isZero();
        assertThat(up.err()).isEmpty();
        assertThat(mavenCalls()).hasSize(2);
    }

    @Test
    void firstRunBuildsWithProgressAndTheNextDoesNot() throws Exception {
        jdk("jdks/25", "25.0.1");

        Outcome first = run(Map.of(), "up", "--memory");
        Outcome second = run(Map.of(), "up", "--memory");

        assertThat(first.err())
                .contains(
                        "Building Makeline (the first time takes a few minutes)", "[1/1] launcher");
        assertThat(first.out())
                .contains("-Dmakeline.home=" + project.toRealPath(), "Launcher up --memory");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(mavenCalls()).hasSize(1);
    }

    @Test
    void changedSourceIsBuiltAgain() throws Exception {
        jdk("jdks/25", "25.0.1");
        run(Map.of(), "up");
        Files.writeString(
                Files.createDirectories(project.resolve("launcher/src/main/java"))
                        .resolve("New.java"),
                "class New {}");

        Outcome outcome = run(Map.of(), "up");

        assertThat(outcome.err()).contains("Building what changed");
        assertThat(mavenCalls()).hasSize(2);
    }

    @Test
    void whatTalksToARunningInstanceDoesNotWaitForABuild() throws Exception {
        jdk("jdks/25", "25.0.1");
        run(Map.of(), "up");
        Files.writeString(project.resolve("pom.xml"), "<project>changed</project>");
        Files.createFile(project.resolve("broken"));

        Outcome outcome = run(Map.of(), "down");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("Launcher down");
        assertThat(mavenCalls()).hasSize(1);
    }

    @Test
    void brokenBuildShowsItsErrorsAndIsTriedAgain() throws Exception {
        jdk("jdks/25", "25.0.1");
        Files.createFile(project.resolve("broken"));

        Outcome broken = run(Map.of(), "up");
        Files.delete(project.resolve("broken"));
        Outcome repaired = run(Map.of(), "up");

        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err())
                .contains(
                        "[ERROR] Something.java does not compile",
                        "could not be built",
                        "build.log");
        assertThat(repaired.exitCode()).isZero();
    }

    @Test
    void runsAtTheSameTimeBuildOnce() throws Exception {
        jdk("jdks/25", "25.0.1");

        List<Process> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            runs.add(start(folder, Map.of(), List.of(script(), "up")));
        }
        for (Process process : runs) {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(runs).extracting(Process::exitValue).containsOnly(0);
        assertThat(mavenCalls()).hasSize(1);
    }

    @Test
    void itWorksThroughALinkFromAnyFolder() throws Exception {
        jdk("jdks/25", "25.0.1");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("mk"), Path.of("../a project with spaces/makeline"));

        Outcome outcome = outcome(start(bin, Map.of(), List.of("./mk", "up", "--data", "my data")));

        assertThat(outcome.out())
                .contains("-Dmakeline.home=" + project.toRealPath(), "Launcher up --data my data");
    }

    private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(script()));
        command.addAll(List.of(arguments));
        return outcome(start(folder, environment, command));
    }

    private String script() {
        return project.resolve("makeline").toString();
    }

    private Process start(Path directory, Map<String, String> environment, List<String> command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> all = new TreeMap<>();
        all.put("PATH", "/usr/bin:/bin");
        all.put("HOME", folder.toString());
        all.put("LANG", "C");
        all.put("MAKELINE_JDK_FOLDERS", folder.resolve("none") + ":" + folder.resolve("jdks"));
        all.putAll(environment);
        builder.environment().clear();
        builder.environment().putAll(all);
        return builder.start();
    }

    private static Outcome outcome(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out, err);
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(
                jdk.resolve("release"),
                "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        executable(
                jdk.resolve("bin/java"),
                """
                #!/bin/sh
                [ "$1" != -version ] || { echo 'openjdk version "%s"' >&2; exit 0; }
                echo "java of $JAVA_HOME: $*"
                """
                        .formatted(version));
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        return jdk;
    }

    private List<String> mavenCalls() throws IOException {
        Path calls = project.resolve("maven-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void makeOld(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(
                        file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
            }
        }
    }
}
