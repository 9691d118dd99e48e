package dev.makeline.launcher.supervision;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/// A child process that does what its first argument says; the main class of the tests' children.
public final class ScriptedChild {

    private ScriptedChild() {}

    /// `serve PORT`: prints a line and listens until it is stopped. `die CODE`: prints and ends.
    /// `hang PORT`: listens and ignores SIGTERM. `die-once FILE PORT`: ends the first time, serves
    /// the second.
    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println("child " + args[0] + " of " + System.getenv("FAMILY"));
        switch (args[0]) {
            case "serve" -> serve(args[1]);
            case "die" -> System.exit(Integer.parseInt(args[1]));
            case "die-once" -> {
                if (Files.notExists(Path.of(args[1]))) {
                    Files.createFile(Path.of(args[1]));
                    System.exit(9);
                }
                serve(args[2]);
            }
            case "hang" -> {
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(ScriptedChild::sleepForEver, "never ends"));
                serve(args[1]);
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void serve(String port) throws IOException {
        try (ServerSocket server =
                new ServerSocket(Integer.parseInt(port), 50, InetAddress.getLoopbackAddress())) {
            while (true) {
                try (Socket caller = server.accept()) {
                    caller.shutdownOutput();
                }
            }
        }
    }

    private static void sleepForEver() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
