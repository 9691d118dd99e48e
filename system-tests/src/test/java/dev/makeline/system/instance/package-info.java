/// Makeline as its operator runs it: every part a process of its own, reached as a stranger would
/// reach it. Depends on protocol for names and tables, and on the AWS SDK.
@NullMarked
package dev.makeline.system.instance;

import org.jspecify.annotations.NullMarked;
