package dev.makeline.launcher.instance;

import dev.makeline.launcher.supervision.ProcessSpec;
import dev.makeline.launcher.supervision.Readiness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What runs on one machine: the stand-ins for AWS first, then the services beside one another.
///
/// @param mark tells this instance's processes from all others
/// @param inherited the launcher's environment
record MakelineProcesses(
        Home home,
        Ports ports,
        DataFolder folder,
        ServiceToken token,
        ServiceToken processorToken,
        String mark,
        Map<String, String> inherited) {

    static final String LOCAL_AWS = "local-aws";
    static final String RECIPE_SERVER = "recipe-server";
    static final String WATCHER = "watcher-service";
    static final String SENDER = "sender-service";
    static final String PROCESSOR = "processor-service";

    /// Every process carries this with the instance's mark on its command line.
    static final String MARK = "-Dmakeline.instance=";

    static final String READINESS = "/health/readiness";

    /// Small machines and quick starts: a service holds a few hundred small documents at a time.
    /// Out of memory ends the process, and the supervisor starts a fresh one. Only the first
    /// compiler: four JVMs that begin cold on two cores spend half of their time in the second one
    /// (`./makeline bench pipeline`: 182 makes/s without it, 105 with it).
    private static final List<String> JVM_FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xlog:disable",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private static final String SERVICE_HEAP = "-Xmx256m";

    /// Tables in memory and objects on their way live in it.
    private static final String LOCAL_AWS_HEAP = "-Xmx1g";

    List<List<ProcessSpec>> stages() {
        Map<String, String> shared =
                ChildEnvironment.of(inherited, ports, ProcessHandle.current().pid());
        return List.of(
                List.of(localAws(shared)),
                List.of(server(shared), watcher(shared), sender(shared), processor(shared)));
    }

    Path log(String name) {
        return folder.logs().resolve(name + ".log");
    }

    /// Without a class archive: the JVM refuses to write one because of the class path in DynamoDB
    /// Local's manifest.
    private ProcessSpec localAws(Map<String, String> shared) {
        List<String> command = new ArrayList<>(java(LOCAL_AWS, List.of(LOCAL_AWS_HEAP)));
        command.add("dev.makeline.local.LocalAwsApplication");
        folder.aws()
                .ifPresentOrElse(
                        data -> command.addAll(List.of("--data", data.toString())),
                        () -> command.add("--memory"));
        command.addAll(
                List.of(
                        "--s3-port", Integer.toString(ports.s3()),
                        "--sqs-port", Integer.toString(ports.sqs()),
                        "--dynamodb-port", Integer.toString(ports.dynamoDb())));
        // It prints its endpoints once buckets, queues and tables are there, DynamoDB's last.
        return new ProcessSpec(
                LOCAL_AWS,
                command,
                shared,
                log(LOCAL_AWS),
                new Readiness.Prints("DynamoDB "),
                folder.isTemporary());
    }

    /// Mails and notices land in folders, whatever the environment says: nothing is sent from here
    /// by accident. Browsers reach the stand-in for S3 where the server does.
    private ProcessSpec server(Map<String, String> shared) {
        Map<String, String> more = new HashMap<>(ChildEnvironment.admittance(inherited));
        more.put("MAKELINE_SERVICE_TOKEN", token.secret());
        more.put("MAKELINE_PROCESSOR_TOKEN", processorToken.secret());
        more.put("MAKELINE_PUBLIC_URL", Ports.uri(ports.server()).toString());
        more.put("MAKELINE_MAIL_DELIVERY", "folder");
        more.put("MAKELINE_MAIL_FOLDER", folder.mail().toString());
        more.put("MAKELINE_NOTICES_CHANNEL", "folder");
        more.put("MAKELINE_NOTICES_FOLDER", folder.notices().toString());
        more.put("MAKELINE_FILES_BROWSER_ENDPOINT", Ports.uri(ports.s3()).toString());
        return service(
                RECIPE_SERVER,
                "dev.makeline.server.RecipeServerApplication",
                ports.server(),
                shared,
                more);
    }

    private ProcessSpec watcher(Map<String, String> shared) {
        return service(
                WATCHER,
                "dev.makeline.watcher.WatcherApplication",
                ports.watcher(),
                shared,
                Map.of());
    }

    private ProcessSpec sender(Map<String, String> shared) {
        return service(
                SENDER,
                "dev.makeline.sender.SenderApplication",
                ports.sender(),
                shared,
                Map.of(
                        "MAKELINE_SERVICE_TOKEN", token.secret(),
                        "MAKELINE_RECIPE_SERVER_URL", Ports.uri(ports.server()).toString()));
    }

    /// In its role `dispatch`, which starts jobs as child processes of its own.
    private ProcessSpec processor(Map<String, String> shared) {
        return service(
                PROCESSOR,
                "dev.makeline.processor.ProcessorApplication",
                ports.processor(),
                shared,
                Map.of(
                        "MAKELINE_PROCESSOR_LOCAL_RUNNER_CACHE_FOLDER", home.taskCache().toString(),
                        "MAKELINE_PROCESSOR_TOKEN", processorToken.secret(),
                        "MAKELINE_PROCESSOR_RECIPE_SERVER_URL",
                                Ports.uri(ports.server()).toString()));
    }

    private ProcessSpec service(
            String name,
            String mainClass,
            int port,
            Map<String, String> shared,
            Map<String, String> more) {
        List<String> command =
                new ArrayList<>(
                        java(
                                name,
                                List.of(
                                        SERVICE_HEAP,
                                        "-XX:+AutoCreateSharedArchive",
                                        "-XX:SharedArchiveFile=" + home.classArchive(name))));
        command.add(mainClass);
        return new ProcessSpec(
                name,
                command,
                ChildEnvironment.with(shared, port, more),
                log(name),
                new Readiness.Answers(Ports.uri(port).resolve(READINESS)),
                false);
    }

    private List<String> java(String module, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(MARK + mark);
        command.addAll(JVM_FLAGS);
        command.addAll(flags);
        command.add("-cp");
        command.add(home.classPath(module));
        return command;
    }
}
