package dev.makeline.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a service asks of AWS, read from its compiled classes: each call of a client of the SDK
/// that its own methods make, or methods of shared modules that they lead to.
final class Calls {

    /// @param in the class that makes the call, by its simple name
    /// @param request of the SDK, such as `sqs:ReceiveMessage`
    /// @param names of tables and queues that stand in that class, and of [ResourceNames] that it
    ///   reads
    record Call(String in, String request, Set<String> names) {

        @Override
        public String toString() {
            return in + " " + request;
        }
    }

    private record Method(String owner, String name, String type) {}

    private static final String OWN = "dev/makeline/";

    private static final Pattern CLIENT =
            Pattern.compile(
                    "software/amazon/awssdk/services/([a-z0-9]+)/(?:[a-z]+/)?[A-Za-z0-9]+(?:Client|Presigner)");

    /// Of the clients themselves.
    private static final Set<String> NO_REQUEST =
            Set.of("builder", "create", "close", "serviceClientConfiguration", "utilities");

    private final Map<String, ClassModel> classes;
    private final Set<Method> visited = new HashSet<>();
    private final Deque<Method> toVisit = new ArrayDeque<>();
    private final Map<String, Set<String>> requests = new TreeMap<>();

    private Calls(Map<String, ClassModel> classes) {
        this.classes = classes;
    }

    /// @param roots whose methods all run, beside those that they lead to
    static List<Call> of(Stream<String> roots) {
        Map<String, ClassModel> classes = new HashMap<>();
        List<String> names = roots.toList();
        Calls calls = new Calls(classes);
        names.stream()
                .map(calls::model)
                .flatMap(Optional::stream)
                .forEach(model -> model.methods().forEach(method -> calls.visit(model, method)));
        while (!calls.toVisit.isEmpty()) {
            calls.follow(calls.toVisit.pop());
        }
        return calls.requests.entrySet().stream()
                .flatMap(in ->
                        in.getValue().stream()
                                .map(request ->
                                        new Call(
                                                simpleName(in.getKey()),
                                                request,
                                                calls.names(in.getKey()))))
                .toList();
    }

    /// Constants are written into the classes that read them.
    private Set<String> names(String owner) {
        Set<String> names = new TreeSet<>();
        model(owner).stream()
                .flatMap(model -> model.methods().stream())
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .forEach(element -> {
                    if (element instanceof ConstantInstruction constant
                            && constant.constantValue() instanceof String text
                            && text.startsWith("makeline-")) {
                        names.add(text);
                    } else if (element instanceof FieldInstruction field
                            && field.owner().asInternalName().endsWith("/ResourceNames")) {
                        names.add(field.name().stringValue());
                    }
                });
        return names;
    }

    private void follow(Method method) {
        for (Optional<ClassModel> at = model(method.owner); at.isPresent(); at = above(at.get())) {
            ClassModel model = at.get();
            Optional<MethodModel> body =
                    model.methods().stream()
                            .filter(one -> one.methodName().equalsString(method.name))
                            .filter(one -> one.methodType().equalsString(method.type))
                            .findFirst();
            if (body.isPresent()) {
                visit(model, body.get());
                return;
            }
        }
    }

    private Optional<ClassModel> above(ClassModel model) {
        return model.superclass().flatMap(above -> model(above.asInternalName()));
    }

    private void visit(ClassModel model, MethodModel method) {
        String owner = model.thisClass().asInternalName();
        Method self =
                new Method(
                        owner,
                        method.methodName().stringValue(),
                        method.methodType().stringValue());
        if (!visited.add(self)) {
            return;
        }
        method.code()
                .ifPresent(code -> {
                    for (CodeElement element : code) {
                        invoked(element).forEach(invoked -> note(owner, invoked));
                    }
                });
    }

    private static Stream<Method> invoked(CodeElement element) {
        return switch (element) {
            case InvokeInstruction call ->
                    Stream.of(
                            new Method(
                                    call.owner().asInternalName(),
                                    call.name().stringValue(),
                                    call.type().stringValue()));
            case InvokeDynamicInstruction call ->
                    call.bootstrapArgs().stream()
                            .filter(DirectMethodHandleDesc.class::isInstance)
                            .map(DirectMethodHandleDesc.class::cast)
                            .map(handle ->
                                    new Method(
                                            internalName(handle.owner().descriptorString()),
                                            handle.methodName(),
                                            handle.lookupDescriptor()));
            default -> Stream.empty();
        };
    }

    private static String internalName(String descriptor) {
        return descriptor.substring(1, descriptor.length() - 1);
    }

    private void note(String owner, Method invoked) {
        Matcher client = CLIENT.matcher(invoked.owner);
        if (client.matches() && !NO_REQUEST.contains(invoked.name)) {
            requests.computeIfAbsent(owner, _ -> new TreeSet<>())
                    .add(request(client.group(1), invoked.name));
        } else if (invoked.owner.startsWith(OWN)) {
            toVisit.push(invoked);
        }
    }

    private static String simpleName(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1).replaceAll("\\$.*", "");
    }

    private static String request(String service, String method) {
        String request = method.replaceAll("Paginator$", "").replaceAll("^presign", "");
        return service + ":" + Character.toUpperCase(request.charAt(0)) + request.substring(1);
    }

    private Optional<ClassModel> model(String internalName) {
        if (!internalName.startsWith(OWN)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                classes.computeIfAbsent(internalName, name -> parse(name + ".class")));
    }

    private static ClassModel parse(String path) {
        try (InputStream bytes = ClassLoader.getSystemResourceAsStream(path)) {
            if (bytes == null) {
                throw new AssertionError(path + " is not on the class path");
            }
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
