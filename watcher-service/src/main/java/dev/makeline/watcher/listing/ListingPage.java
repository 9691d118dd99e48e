package dev.makeline.watcher.listing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Up to 1,000 object versions.
///
/// @param next where the following page goes on; empty for the last page
/// @param answeredAt UTC by the store's clock, so that ages of its objects do not depend on ours
record ListingPage(List<ListedObject> objects, Optional<Position> next, Instant answeredAt) {

    ListingPage {
        objects = List.copyOf(objects);
    }
}
