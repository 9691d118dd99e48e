package dev.makeline.server.notice;

import java.util.function.Supplier;

/// Fails until it is repaired, in the way that the test says, before or after it was told.
final class ChannelThatFails extends ChannelThatRemembers {

    /// As if the process died: nothing in the loop catches it.
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final boolean tellsFirst;
    private final Supplier<? extends Throwable> failure;
    private volatile boolean isRepaired;

    private ChannelThatFails(boolean tellsFirst, Supplier<? extends Throwable> failure) {
        this.tellsFirst = tellsFirst;
        this.failure = failure;
    }

    static ChannelThatFails dyingBeforeItTells() {
        return new ChannelThatFails(false, Died::new);
    }

    static ChannelThatFails dyingAfterItTold() {
        return new ChannelThatFails(true, Died::new);
    }

    static ChannelThatFails down() {
        return new ChannelThatFails(false, () -> new IllegalStateException("connection refused"));
    }

    void repair() {
        isRepaired = true;
    }

    @Override
    public void tell(DeletionNotice notice) throws InterruptedException {
        if (isRepaired || tellsFirst) {
            super.tell(notice);
        }
        if (!isRepaired) {
            switch (failure.get()) {
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }
}
