package dev.makeline.benchmark.scale;

/// Where the makes are after so many seconds: `arrived` is the sum of all but `notCounted`, which
/// are kept already.
///
/// @param atTheDoor that S3 has not taken
/// @param inQueues events and upload jobs that wait
/// @param hidden that DynamoDB has refused and that are tried again later
/// @param dead that were refused as often as a message is received
/// @param keptPerSecond in the last five minutes
/// @param mostWaiting that were not kept yet, at the worst moment
/// @param keepsUpAfter seconds after which nothing waits for more than some seconds; negative when
///   it never does
/// @param senders tasks at the end; so are `servers`
public record Outcome(
        double arrived,
        double atTheDoor,
        double inQueues,
        double hidden,
        double kept,
        double dead,
        double notCounted,
        double keptPerSecond,
        double mostWaiting,
        int keepsUpAfter,
        double senders,
        double servers) {

    public double waiting() {
        return atTheDoor + inQueues + hidden;
    }
}
