package dev.makeline.processor;

import dev.makeline.processor.kind.Content;
import dev.makeline.processor.run.JobObjects;
import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.LiveFile;
import dev.makeline.protocol.ResourceNames;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Objects as one who may read and write all of them has them; each task has places of its own.
public final class S3Objects implements JobObjects {

    private final S3Client s3;
    private final Map<Integer, Place> places = new ConcurrentHashMap<>();

    public S3Objects(S3Client s3) {
        this.s3 = s3;
    }

    @Override
    public InputStream input(LiveFile file) {
        return s3.getObject(get -> get.bucket(ResourceNames.FILES_BUCKET).key(file.objectKey()));
    }

    @Override
    public Place place(int number) {
        Instant now = Instant.now();
        return places.computeIfAbsent(
                number, _ -> new Place(FileId.next(now), ContentId.next(now)));
    }

    @Override
    public void put(int number, Content content) throws IOException {
        Place place = place(number);
        s3.putObject(
                put ->
                        put.bucket(ResourceNames.FILES_BUCKET)
                                .key(LiveFile.objectKey(place.file(), place.content())),
                RequestBody.fromBytes(content.bytes()));
    }
}
