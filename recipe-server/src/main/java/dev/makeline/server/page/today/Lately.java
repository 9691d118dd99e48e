package dev.makeline.server.page.today;

import dev.makeline.protocol.IntakeEntry;
import java.util.List;

/// What happened lately, the same for everybody.
///
/// @param makes the newest first
/// @param more whether there are more than those
/// @param files rejected or waiting, the newest change first
/// @param isNew whether there are no recipes at all
record Lately(List<MakeCard> makes, boolean more, List<IntakeEntry> files, boolean isNew) {

    Lately {
        makes = List.copyOf(makes);
        files = List.copyOf(files);
    }
}
