package dev.makeline.deploy;

/// How large the tasks of a service are, and how many.
///
/// @param cpu in units of which 1,024 are one virtual core
/// @param mebibytes of memory; with the cpu one of the sizes that Fargate has
/// @param least tasks
/// @param most tasks that scaling may come to
public record Size(int cpu, int mebibytes, int least, int most) {

    public Size {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException(
                    "A service has at least one task and at most no fewer, not %d to %d"
                            .formatted(least, most));
        }
    }

    boolean scales() {
        return most > least;
    }
}
