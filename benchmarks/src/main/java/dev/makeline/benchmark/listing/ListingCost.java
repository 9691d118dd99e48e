package dev.makeline.benchmark.listing;

import dev.makeline.benchmark.latency.Percentiles;

/// What the lists of one owner's ten files cost.
///
/// @param requestsEach to DynamoDB; also those that the server makes by itself meanwhile
/// @param capacityUnits that DynamoDB counts for the owner's part of the index
public record ListingCost(Percentiles answered, double requestsEach, double capacityUnits) {}
