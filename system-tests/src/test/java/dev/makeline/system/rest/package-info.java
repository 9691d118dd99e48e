/// The REST API as a stranger with a token meets it, or with none. Depends on a running instance.
@NullMarked
package dev.makeline.system.rest;

import org.jspecify.annotations.NullMarked;
