/// Files of people and programs: what is kept of them, where their content lies, what an owner may
/// use. Depends on access, audit, problem and request.
@NullMarked
package dev.makeline.server.file;

import org.jspecify.annotations.NullMarked;
