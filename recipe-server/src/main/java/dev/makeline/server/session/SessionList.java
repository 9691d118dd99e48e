package dev.makeline.server.session;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// All of a person's log ins; few enough to need no pages.
@Schema(name = "Sessions")
record SessionList(List<SessionItem> items) {}
