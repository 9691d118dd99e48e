package dev.makeline.server.notice;

import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/// Publishes to a topic of Amazon SNS. A FIFO topic drops a repetition of a deduplication id for
/// five minutes; subscribers of a standard topic, or after a longer standstill, know one by the
/// attribute deletionId.
final class SnsChannel implements NoticeChannel {

    private static final String FIFO = ".fifo";

    private final SnsClient sns;
    private final String topicArn;

    SnsChannel(SnsClient sns, String topicArn) {
        this.sns = sns;
        this.topicArn = topicArn;
    }

    @Override
    public String label() {
        return "sns";
    }

    @Override
    public void tell(DeletionNotice notice) {
        PublishRequest.Builder request =
                PublishRequest.builder()
                        .topicArn(topicArn)
                        .subject(notice.subject())
                        .message(notice.text())
                        .messageAttributes(
                                Map.of(
                                        "deletionId", attribute(notice.deletionId()),
                                        "fileId", attribute(notice.fileId()),
                                        "what", attribute(notice.what())));
        if (topicArn.endsWith(FIFO)) {
            request.messageDeduplicationId(notice.deletionId()).messageGroupId(notice.fileId());
        }
        sns.publish(request.build());
    }

    private static MessageAttributeValue attribute(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
