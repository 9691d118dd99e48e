package dev.makeline.server.intake;

import io.swagger.v3.oas.annotations.media.Schema;

/// How many object versions are in each state.
@Schema(name = "IntakeSummary")
public record IntakeSummary(
        long queued, long submitted, long waiting, long rejected, long dismissed) {}
