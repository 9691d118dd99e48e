package dev.makeline.watcher.listing;

import java.util.Optional;

/// How far a listing has come: everything up to and with this key (and, among its versions, this
/// version) is done. In the order of the store; it stays right when the object itself is deleted.
///
/// @param key empty before the first object
record Position(String key, Optional<String> versionId) {

    static final Position START = new Position("", Optional.empty());

    boolean isStart() {
        return key.isEmpty();
    }
}
