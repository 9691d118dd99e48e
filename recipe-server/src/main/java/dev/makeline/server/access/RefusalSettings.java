package dev.makeline.server.access;

import io.micronaut.context.annotation.ConfigurationProperties;

/// @param singly how many refusals of one actor, or of one address without one, are put on record
///   singly in a minute; more are summed
/// @param sources how many actors and addresses are told apart in a minute; the refusals of more
///   are summed together
@ConfigurationProperties("makeline.refusals")
record RefusalSettings(int singly, int sources) {

    RefusalSettings {
        if (singly < 1 || sources < 1) {
            throw new IllegalArgumentException(
                    "makeline.refusals.singly and makeline.refusals.sources must be 1 or more, not %d and %d"
                            .formatted(singly, sources));
        }
    }
}
