package dev.makeline.launcher.instance;

import java.nio.file.Path;
import java.util.Optional;

/// What can be chosen about an instance.
///
/// @param data where it keeps its data; empty keeps none
/// @param showsLogs whether the services' logs go to the console as well as to their files
public record InstanceSettings(Optional<Path> data, Ports ports, boolean showsLogs) {}
