/// What all pages share: the frame around them, styles and scripts, how errors are shown, and what
/// a browser may do with a page. Depends on access, file.upload, problem and request.
@NullMarked
package dev.makeline.server.page.layout;

import org.jspecify.annotations.NullMarked;
