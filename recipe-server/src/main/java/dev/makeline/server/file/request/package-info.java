/// What every request about files asks and is answered: which file, by whom, on what condition, in
/// which form. Depends on file, file.store, access, account, audit, problem and request.
@NullMarked
package dev.makeline.server.file.request;

import org.jspecify.annotations.NullMarked;
