package dev.makeline.launcher.instance;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which process listens on a port, where the system tells: Linux does, through /proc, for
/// processes of the same user.
final class PortHolder {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    static Optional<String> of(int port) {
        Set<String> sockets = new HashSet<>(listening("net/tcp", port));
        sockets.addAll(listening("net/tcp6", port));
        return sockets.isEmpty() ? Optional.empty() : holder(sockets).map(PortHolder::described);
    }

    private static Set<String> listening(String table, int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        Set<String> links = new HashSet<>();
        try {
            for (String line : Files.readAllLines(PROC.resolve(table))) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns.length > INODE
                        && columns[LOCAL_ADDRESS].endsWith(suffix)
                        && columns[STATE].equals(LISTENING)) {
                    links.add("socket:[" + columns[INODE] + "]");
                }
            }
        } catch (IOException e) {
            return Set.of();
        }
        return links;
    }

    private static Optional<ProcessHandle> holder(Set<String> sockets) {
        return ProcessHandle.allProcesses().filter(process -> holds(process, sockets)).findFirst();
    }

    private static boolean holds(ProcessHandle process, Set<String> sockets) {
        Path open = PROC.resolve(Long.toString(process.pid())).resolve("fd");
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(open)) {
            for (Path descriptor : descriptors) {
                if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
                    return true;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // Gone meanwhile, or another user's.
            return false;
        }
        return false;
    }

    private static String described(ProcessHandle process) {
        String command =
                process.info()
                        .command()
                        .map(path -> Path.of(path).getFileName().toString())
                        .orElse("a process");
        boolean ours =
                process.info().arguments().map(List::of).orElse(List.of()).stream()
                        .anyMatch(argument -> argument.startsWith("dev.makeline."));
        return "%s (pid %d)".formatted(ours ? "another running Makeline" : command, process.pid());
    }
}
