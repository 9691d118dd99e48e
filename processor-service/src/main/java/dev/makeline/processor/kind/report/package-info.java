/// The kind `make-report`: all makes of a recipe as a table and as a page to print. Reads them
/// through recipe-server's API. Depends on the protocol alone.
@NullMarked
package dev.makeline.processor.kind.report;

import org.jspecify.annotations.NullMarked;
