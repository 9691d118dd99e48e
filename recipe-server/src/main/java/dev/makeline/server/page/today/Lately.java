package dev.makeline.server.page.today;

import dev.makeline.protocol.IntakeEntry;
import java.util.List;
import java.util.Optional;

/// What happened lately, the same for everybody.
///
/// @param exceptions makes that a person should look at: critical ones first, then the newest
/// @param hasMoreExceptions whether there are others, all older
/// @param fine the others of the newest makes, the newest first
/// @param earlier where the makes before those begin, when there are any
/// @param files rejected or waiting, the newest change first
/// @param troubles of services, in a sentence each
/// @param isNew whether there are no recipes at all
record Lately(
        List<MakeCard> exceptions,
        boolean hasMoreExceptions,
        List<MakeCard> fine,
        Optional<String> earlier,
        List<IntakeEntry> files,
        List<String> troubles,
        boolean isNew) {

    Lately {
        exceptions = List.copyOf(exceptions);
        fine = List.copyOf(fine);
        files = List.copyOf(files);
        troubles = List.copyOf(troubles);
    }
}
