package dev.makeline.processor.task.ecs;

import dev.makeline.protocol.job.ResourceClass;

/// A size that Fargate has for each resource class.
///
/// @param cpu in units of which 1024 are one virtual core
/// @param mebibytes of memory: the heap and as much again, rounded up to what Fargate offers
record FargateSize(int cpu, int mebibytes) {

    static FargateSize of(ResourceClass resources) {
        return switch (resources) {
            case SMALL -> new FargateSize(256, 512);
            case MEDIUM -> new FargateSize(512, 1024);
            case LARGE -> new FargateSize(1024, 2048);
        };
    }
}
