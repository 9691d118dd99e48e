package dev.makeline.local;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;

/// DynamoDB Local on a Jetty of its own: its own server class listens on every interface, prints a
/// banner and phones home.
///
/// One database serves all credentials and regions, so that no client finds the tables missing
/// because its region differs.
final class LocalDynamoDb implements LocalService {

    /// SQLite tells on stderr of each connection, in words for its developers. DynamoDB Local
    /// silences it, but the level of a logger that nobody holds is forgotten at a garbage
    /// collection.
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite");

    private static final int NO_TIMING = 0;
    private static final boolean SHARED = true;
    private static final boolean TRANSIENT_STATES_WITHOUT_DELAY = false;
    private static final @Nullable String NO_CORS = null;

    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final URI endpoint;

    private LocalDynamoDb(Server server, LocalDynamoDBServerHandler handler, URI endpoint) {
        this.server = server;
        this.handler = handler;
        this.endpoint = endpoint;
    }

    static LocalDynamoDb start(LocalAwsSettings settings, Optional<Path> directory) {
        SQLITE.setLevel(Level.WARNING);
        LocalDynamoDBServerHandler handler =
                new LocalDynamoDBServerHandler(
                        new LocalDynamoDBRequestHandler(
                                NO_TIMING,
                                directory.isEmpty(),
                                directory.map(Path::toString).orElse(null),
                                SHARED,
                                TRANSIENT_STATES_WITHOUT_DELAY),
                        NO_CORS);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(settings.bindAddress());
        connector.setPort(settings.ports().dynamoDb());
        server.addConnector(connector);
        server.setHandler(new ContextHandler(handler, "/"));
        try {
            server.start();
        } catch (Exception e) {
            throw Addresses.cannotListen("DynamoDB", settings, settings.ports().dynamoDb(), e);
        }
        return new LocalDynamoDb(
                server, handler, Addresses.endpoint(settings, connector.getLocalPort()));
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            server.stop();
            handler.close();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not stop", e);
        }
    }
}
