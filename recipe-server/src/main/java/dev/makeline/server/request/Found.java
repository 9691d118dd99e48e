package dev.makeline.server.request;

import java.util.List;

/// What a query of DynamoDB found.
///
/// @param truncated whether it ended before its limit, since one read ends at 1 MB: more may follow
public record Found<T>(List<T> items, boolean truncated) {

    public Found {
        items = List.copyOf(items);
    }
}
