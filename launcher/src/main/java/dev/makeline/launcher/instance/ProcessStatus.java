package dev.makeline.launcher.instance;

import dev.makeline.launcher.supervision.ReadinessProbe;
import java.util.List;
import java.util.OptionalLong;

/// How one part of a running instance fares, seen from another process.
///
/// @param pid absent while it is down or started again
public record ProcessStatus(String name, String address, OptionalLong pid, boolean ready) {

    public static List<ProcessStatus> of(RunningInstance instance) {
        Ports ports = instance.ports();
        return List.of(
                localAws(instance),
                service(instance, MakelineProcesses.RECIPE_SERVER, ports.server()),
                service(instance, MakelineProcesses.WATCHER, ports.watcher()),
                service(instance, MakelineProcesses.SENDER, ports.sender()),
                service(instance, MakelineProcesses.PROCESSOR, ports.processor()));
    }

    private static ProcessStatus localAws(RunningInstance instance) {
        Ports ports = instance.ports();
        boolean ready =
                List.of(ports.s3(), ports.sqs(), ports.dynamoDb()).stream()
                        .allMatch(port -> ReadinessProbe.listens(Ports.address(port)));
        return new ProcessStatus(
                MakelineProcesses.LOCAL_AWS,
                "ports %d, %d, %d".formatted(ports.s3(), ports.sqs(), ports.dynamoDb()),
                pid(instance, MakelineProcesses.LOCAL_AWS),
                ready);
    }

    private static ProcessStatus service(RunningInstance instance, String name, int port) {
        return new ProcessStatus(
                name,
                Ports.uri(port).toString(),
                pid(instance, name),
                ReadinessProbe.answers(Ports.uri(port).resolve(MakelineProcesses.READINESS)));
    }

    private static OptionalLong pid(RunningInstance instance, String name) {
        Long pid = instance.processes().get(name);
        return pid != null && ProcessHandle.of(pid).isPresent()
                ? OptionalLong.of(pid)
                : OptionalLong.empty();
    }
}
