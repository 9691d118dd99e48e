package dev.makeline.local;

import java.util.Optional;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Learns of every object that was created, in any bucket: after it can be read and before its
/// client is answered, for one key in the order in which its objects replaced each other.
@FunctionalInterface
interface ObjectListener {

    void created(S3Event.Name how, String bucket, S3Object object, Optional<String> versionId);
}
