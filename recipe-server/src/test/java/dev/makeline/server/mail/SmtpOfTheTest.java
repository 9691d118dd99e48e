package dev.makeline.server.mail;

import com.icegreen.greenmail.util.GreenMail;

/// Mail as the server sends it, to a mail server of the test.
public final class SmtpOfTheTest {

    private SmtpOfTheTest() {}

    public static Mail to(GreenMail server) {
        MailSettings settings =
                MailTest.settings("smtp", "", server.getSmtp().getPort(), "", "", "none");
        return new SmtpMail(settings, MailTest.letters(settings));
    }
}
