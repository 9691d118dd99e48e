package dev.makeline.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The requests of a server to DynamoDB that code of one package made on its own thread, by the
/// client's method. The meters of a server count those of its background work too, which comes when
/// it likes.
///
/// @param origin the package, and those within it
record CountedRequests(String origin, Map<String, AtomicInteger> counts) {

    static CountedRequests from(Package origin) {
        return new CountedRequests(origin.getName(), new ConcurrentHashMap<>());
    }

    /// @param method such as `getItem`
    int of(String method) {
        AtomicInteger count = counts.get(method);
        return count == null ? 0 : count.get();
    }

    /// A client that counts.
    DynamoDbClient on(DynamoDbClient real) {
        return (DynamoDbClient)
                Proxy.newProxyInstance(
                        DynamoDbClient.class.getClassLoader(),
                        new Class<?>[] {DynamoDbClient.class},
                        (_, method, arguments) -> {
                            if (isFromOrigin()) {
                                counts.computeIfAbsent(method.getName(), _ -> new AtomicInteger())
                                        .incrementAndGet();
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private boolean isFromOrigin() {
        return StackWalker.getInstance()
                .walk(frames ->
                        frames.anyMatch(frame -> frame.getClassName().startsWith(origin + ".")));
    }
}
