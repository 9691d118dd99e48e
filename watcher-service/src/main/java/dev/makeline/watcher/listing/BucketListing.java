package dev.makeline.watcher.listing;

/// Lists what stands in the intake bucket. Thread-safe.
interface BucketListing {

    /// @throws software.amazon.awssdk.core.exception.SdkException when S3 cannot be reached or has
    ///   no such bucket
    ListingPage page(Position after);
}
