/// The pages as people use them, in a real browser: every test gets the [Kitchen] that all share
/// and visits it. A page that logs an error, breaks its content security policy or loads from
/// another host fails the test that looked at it. May depend on `instance`, Playwright and axe.
@NullMarked
package dev.makeline.system.browser;

import org.jspecify.annotations.NullMarked;
