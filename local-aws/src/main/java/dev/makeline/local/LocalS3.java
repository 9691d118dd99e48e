package dev.makeline.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/// S3Proxy over a directory or over memory. It checks signatures of version 2 and 4, expiry and
/// upload policies for real.
final class LocalS3 implements LocalService {

    /// A request in flight is cut off, so its client gets no answer and tries again; any longer
    /// wait would only be for idle connections.
    private static final long STOP_AT_ONCE = 0;

    private final S3Proxy proxy;
    private final BlobStore store;
    private final URI endpoint;

    private LocalS3(S3Proxy proxy, BlobStore store, URI endpoint) {
        this.proxy = proxy;
        this.store = store;
        this.endpoint = endpoint;
    }

    static LocalS3 start(
            LocalAwsSettings settings, Optional<Path> directory, ObjectListener listener) {
        BlobStore files =
                directory
                        .<BlobStore>map(path -> new FilesystemNio2BlobStore(path.toString()))
                        .orElseGet(TransientNio2BlobStore::new);
        BlobStore store = new ObservedBlobStore(files, listener);
        S3Proxy proxy =
                S3Proxy.builder()
                        .blobStore(store)
                        .endpoint(Addresses.uri(settings.bindAddress(), settings.ports().s3()))
                        .awsAuthentication(
                                AuthenticationType.AWS_V2_OR_V4,
                                settings.credentials().accessKeyId(),
                                settings.credentials().secretAccessKey())
                        .corsRules(browsers())
                        .stopTimeout(STOP_AT_ONCE)
                        .build();
        proxy.setBlobStoreLocator(new AccessRights(settings.credentials(), store));
        try {
            proxy.start();
        } catch (Exception e) {
            throw Addresses.cannotListen("S3", settings, settings.ports().s3(), e);
        }
        return new LocalS3(proxy, store, Addresses.endpoint(settings, proxy.getPort()));
    }

    /// Pages of this machine, on whatever port, may send forms and read the answer.
    private static CrossOriginResourceSharing browsers() {
        return new CrossOriginResourceSharing(
                List.of("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?"),
                List.of("GET", "HEAD", "POST"),
                List.of("content-type"),
                List.of("ETag"),
                "");
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not stop", e);
        }
        store.close();
    }
}
