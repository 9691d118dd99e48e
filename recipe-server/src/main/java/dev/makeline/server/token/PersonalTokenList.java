package dev.makeline.server.token;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// All of a person's tokens; few enough to need no pages.
@Schema(name = "PersonalTokens")
record PersonalTokenList(List<PersonalTokenItem> items) {}
