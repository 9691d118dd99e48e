package dev.makeline.protocol;

import org.jspecify.annotations.Nullable;

/// A message that crossed a process border is not what it claims to be. Handled where it was
/// received, by rejecting or dead-lettering that one message.
public final class MalformedMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    public MalformedMessageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
