package dev.makeline.local;

import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.BlobStoreLocator;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;

/// Who may do what in S3: the services everything, and tasks, by a pair of keys of their own, as
/// much as the role of a task on AWS allows. Everything else is refused with 403.
final class AccessRights implements BlobStoreLocator {

    /// Of tasks, id and secret alike. It protects nothing from people of this machine, and shows
    /// that tasks get by without the services' rights.
    static final String TASK = "job";

    private final Credentials services;
    private final BlobStore store;
    private final BlobStore importsOfJobs;

    AccessRights(Credentials services, BlobStore store) {
        this.services = services;
        this.store = store;
        this.importsOfJobs = new ImportsOfJobs(store);
    }

    @Override
    public @Nullable AccessGrant locateBlobStore(
            @Nullable String identity, @Nullable String bucket, @Nullable String key) {
        if (services.accessKeyId().equals(identity)) {
            return new AccessGrant(services.secretAccessKey(), store);
        }
        return TASK.equals(identity) && ImportsOfJobs.holds(bucket, key)
                ? new AccessGrant(TASK, importsOfJobs)
                : null;
    }
}
