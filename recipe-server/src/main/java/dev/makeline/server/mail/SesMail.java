package dev.makeline.server.mail;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/// By Amazon SES, as the very message that SMTP would carry.
final class SesMail implements Mail {

    private final SesV2Client ses;
    private final MimeLetters letters;

    SesMail(SesV2Client ses, MimeLetters letters) {
        this.ses = ses;
        this.letters = letters;
    }

    @Override
    public void deliver(Letter letter) {
        SdkBytes raw = SdkBytes.fromByteArray(letters.bytes(letter));
        try {
            ses.sendEmail(send ->
                    send.destination(to -> to.toAddresses(letter.to()))
                            .content(content -> content.raw(message -> message.data(raw))));
        } catch (SdkException e) {
            throw new MailNotDeliveredException("Amazon SES did not take a mail", e);
        }
    }
}
