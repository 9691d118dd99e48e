package dev.makeline.system.instance;

import dev.makeline.protocol.ResourceNames;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The bucket of people's files, seen from outside.
public record FilesBucket(S3Client s3) {

    /// Keys of every object of a file.
    public List<String> keysOf(String fileId) {
        return s3
                .listObjectsV2Paginator(list -> list.bucket(ResourceNames.FILES_BUCKET))
                .contents()
                .stream()
                .map(S3Object::key)
                .filter(key -> key.contains(fileId))
                .toList();
    }
}
