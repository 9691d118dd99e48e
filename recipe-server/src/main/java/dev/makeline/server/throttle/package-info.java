/// How often somebody may try: wrong passwords, registrations, resets and mails, counted for all
/// servers together in rows that end by themselves. Depends on access and problem.
@NullMarked
package dev.makeline.server.throttle;

import org.jspecify.annotations.NullMarked;
