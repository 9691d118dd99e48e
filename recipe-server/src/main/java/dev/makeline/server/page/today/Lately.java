package dev.makeline.server.page.today;

import dev.makeline.protocol.IntakeEntry;
import java.util.List;
import java.util.Optional;

/// What happened lately, the same for everybody.
///
/// @param makes the newest first
/// @param earlier where those before them begin, when there are any
/// @param files rejected or waiting, the newest change first
/// @param isNew whether there are no recipes at all
record Lately(
        List<MakeCard> makes, Optional<String> earlier, List<IntakeEntry> files, boolean isNew) {

    Lately {
        makes = List.copyOf(makes);
        files = List.copyOf(files);
    }
}
