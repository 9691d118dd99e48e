package dev.makeline.server.file;

/// What a content is announced to be, and is when it is published.
///
/// @param size bytes
/// @param mediaType in lower case
/// @param sha256 64 hex digits in lower case
public record ContentClaim(long size, String mediaType, String sha256) {}
