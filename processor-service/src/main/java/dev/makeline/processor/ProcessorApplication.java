package dev.makeline.processor;

import dev.makeline.operations.AwsEndpoints;
import dev.makeline.operations.ParentProcess;
import dev.makeline.operations.ServiceStart;
import dev.makeline.processor.run.ExitCode;
import dev.makeline.processor.run.JobRun;
import dev.makeline.protocol.JobId;
import io.micronaut.context.ApplicationContext;
import java.util.Optional;
import java.util.regex.Pattern;

/// `dispatch` (or nothing) starts the service that dispatches jobs, until it is told to stop; `run
/// <jobId> <attempt>` is the task of one attempt and ends with an [ExitCode].
public final class ProcessorApplication {

    private static final Pattern ATTEMPT = Pattern.compile("[1-9][0-9]?");

    private ProcessorApplication() {}

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("run")) {
            System.exit(run(args).number());
        }
        if (args.length > 1 || (args.length == 1 && !args[0].equals("dispatch"))) {
            System.err.println("Usage: dispatch | run <jobId> <attempt>");
            System.exit(ExitCode.MISUSED.number());
        }
        ServiceStart.run(ProcessorApplication.class, new String[0]);
    }

    private static ExitCode run(String[] args) {
        Optional<JobId> job = args.length == 3 ? JobId.parse(args[1]) : Optional.empty();
        if (job.isEmpty() || !ATTEMPT.matcher(args[2]).matches()) {
            System.err.println("Usage: run <jobId> <attempt>");
            return ExitCode.MISUSED;
        }
        ParentProcess.exitWithIt();
        AwsEndpoints.ofEnvironment();
        // Without the server: a task answers nobody.
        try (ApplicationContext context =
                ApplicationContext.builder()
                        .mainClass(ProcessorApplication.class)
                        .banner(false)
                        .start()) {
            return context.getBean(JobRun.class).run(job.get(), Integer.parseInt(args[2]));
        }
    }
}
