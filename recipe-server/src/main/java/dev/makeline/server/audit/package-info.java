/// What people and programs did and were refused, kept for administrators: append-only, without
/// content or secrets. Depends on nothing but the shared tables.
@NullMarked
package dev.makeline.server.audit;

import org.jspecify.annotations.NullMarked;
