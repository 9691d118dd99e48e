package dev.makeline.server.notice;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes everything, and knows what it was told and how often.
class ChannelThatRemembers implements NoticeChannel {

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public String label() {
        return "remembering";
    }

    @Override
    public void tell(DeletionNotice notice) throws InterruptedException {
        told.add(notice.deletionId());
    }

    List<String> told() {
        return told;
    }
}
