package dev.makeline.processor.run;

/// How a task tells its runner that it is over. 3 is none of them: a Java ends with it when it has
/// run out of memory.
public enum ExitCode {
    /// The job's end is on record, a success or not.
    RECORDED(0),
    /// The attempt was not there to be claimed: another task has it, or the job is over.
    NOTHING_TO_DO(69),
    /// The job was taken away meanwhile: cancelled, or given to another attempt.
    LEASE_LOST(70),
    /// The command line names no job and attempt.
    MISUSED(64),
    /// Something failed that may go well the next time.
    TRY_AGAIN(75);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /// Whether a task that ended so was not, or not any more, the one that has the attempt.
    public static boolean isOfAnother(int number) {
        return number == NOTHING_TO_DO.number || number == LEASE_LOST.number;
    }

    public int number() {
        return number;
    }
}
