/// Sends mail: into a folder, by SMTP or by Amazon SES, in the background. Knows nothing of what
/// the mails say. Depends on no other feature.
@NullMarked
package dev.makeline.server.mail;

import org.jspecify.annotations.NullMarked;
