package dev.makeline.benchmark;

import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.Program;
import dev.makeline.benchmark.profile.CpuProfile;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What the recordings of all parts say, for a terminal.
final class Profiles {

    private static final int THREADS = 8;
    private static final int METHODS = 25;
    private static final int CALLERS = 60;

    private Profiles() {}

    /// Ends what still runs, since a recording is written when its process ends.
    static String of(Instance instance) throws InterruptedException {
        instance.stopAll();
        return Arrays.stream(Program.values())
                .map(program -> of(instance, program))
                .collect(Collectors.joining("\n\n"));
    }

    private static String of(Instance instance, Program program) {
        try {
            CpuProfile profile = CpuProfile.of(instance.recording(program));
            return "%s: %d samples\nby thread\n%s\nby method\n%s\nwith what it calls\n%s"
                    .formatted(
                            program.module(),
                            profile.samples(),
                            profile.top(profile.threads(), THREADS),
                            profile.top(profile.self(), METHODS),
                            profile.top(profile.total(), CALLERS));
        } catch (IOException e) {
            return "%s: the recording cannot be read (%s)".formatted(program.module(), e);
        }
    }
}
