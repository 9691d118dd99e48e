package dev.makeline.system.fault;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Stands between a service and what it calls, and injects faults by operation and share, the same
/// for the same seed and order of requests. Passes everything else on byte for byte: the Host
/// header too, which AWS signatures cover.
///
/// An operation is the name in `X-Amz-Target` (`PutItem`, `SendMessageBatch`), else method and path
/// (`GET /makeline-intake/makes/a.json`).
public final class FaultProxy implements AutoCloseable {

    private static final int BACKLOG = 512;

    private record Rule(Predicate<String> operations, double share, Fault fault) {}

    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final Random random;
    private final CopyOnWriteArrayList<Rule> rules = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicLong> requests = new ConcurrentHashMap<>();
    private final AtomicLong injected = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private FaultProxy(InetSocketAddress target, ServerSocket listener, long seed) {
        this.target = target;
        this.listener = listener;
        this.random = new Random(seed);
    }

    /// Listens on a free port of the loopback interface until it is closed.
    public static FaultProxy to(int port, long seed) {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            var listener = new ServerSocket(0, BACKLOG, loopback);
            var proxy = new FaultProxy(new InetSocketAddress(loopback, port), listener, seed);
            Thread.ofVirtual().name("fault-proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /// The fault lasts until the result is closed.
    ///
    /// @param share 0 to 1 of the requests whose operation fits
    public InjectedFault inject(Predicate<String> operations, double share, Fault fault) {
        var rule = new Rule(operations, share, fault);
        rules.add(rule);
        return () -> rules.remove(rule);
    }

    public InjectedFault inject(double share, Fault fault) {
        return inject(operation -> true, share, fault);
    }

    public void clear() {
        rules.clear();
    }

    /// Requests seen so far, each attempt counted.
    public long requests(Predicate<String> operations) {
        return requests.entrySet().stream()
                .filter(entry -> operations.test(entry.getKey()))
                .mapToLong(entry -> entry.getValue().get())
                .sum();
    }

    public long injected() {
        return injected.get();
    }

    @Override
    public void close() {
        closeQuietly(listener);
        open.forEach(FaultProxy::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // Closed by close(); the loop ends.
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client;
                Socket upstream = connect()) {
            open.add(upstream);
            relay(client, upstream);
            open.remove(upstream);
        } catch (IOException e) {
            // Either side hung up or the target is down: the client sees its connection end.
        } finally {
            open.remove(client);
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(target, (int) TimeUnit.SECONDS.toMillis(2));
        return socket;
    }

    private void relay(Socket client, Socket upstream) throws IOException {
        client.setTcpNoDelay(true);
        var fromClient = new BufferedInputStream(client.getInputStream());
        var toClient = new BufferedOutputStream(client.getOutputStream());
        var fromTarget = new BufferedInputStream(upstream.getInputStream());
        var toTarget = new BufferedOutputStream(upstream.getOutputStream());
        while (true) {
            Optional<HttpMessage> request = HttpMessage.readRequest(fromClient, toClient);
            if (request.isEmpty()) {
                return;
            }
            Optional<Fault> fault = faultFor(operation(request.get()));
            switch (fault.orElse(null)) {
                case null -> {}
                case Fault.Answer answer -> {
                    toClient.write(answer.bytes());
                    toClient.flush();
                    continue;
                }
                case Fault.Delay(var duration) -> LockSupport.parkNanos(duration.toNanos());
                case Fault.Reset() -> {
                    client.setSoLinger(true, 0);
                    return;
                }
                case Fault.LoseAnswer() -> {
                    request.get().writeTo(toTarget);
                    HttpMessage.readResponse(fromTarget, request.get());
                    client.setSoLinger(true, 0);
                    return;
                }
            }
            request.get().writeTo(toTarget);
            HttpMessage response = HttpMessage.readResponse(fromTarget, request.get());
            response.writeTo(toClient);
            if (response.closesConnection() || request.get().closesConnection()) {
                return;
            }
        }
    }

    private Optional<Fault> faultFor(String operation) {
        requests.computeIfAbsent(operation, name -> new AtomicLong()).incrementAndGet();
        Optional<Fault> fault =
                rules.stream()
                        .filter(rule -> rule.operations().test(operation))
                        .filter(rule -> nextDouble() < rule.share())
                        .map(Rule::fault)
                        .findFirst();
        fault.ifPresent(any -> injected.incrementAndGet());
        return fault;
    }

    private synchronized double nextDouble() {
        return random.nextDouble();
    }

    private static String operation(HttpMessage request) {
        return request.header("X-Amz-Target")
                .map(name -> name.substring(name.indexOf('.') + 1))
                .orElseGet(() ->
                        request.startLine().substring(0, request.startLine().lastIndexOf(' ')));
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is closed either way.
        }
    }
}
