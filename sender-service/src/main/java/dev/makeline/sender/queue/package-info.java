/// The queue of upload jobs: sessions that receive, messages in hand, acknowledging and putting
/// back. The only package that knows SQS and JMS.
@NullMarked
package dev.makeline.sender.queue;

import org.jspecify.annotations.NullMarked;
