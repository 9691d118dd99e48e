/// Who may call which route: bearer tokens and the scope that each route names. Depends on memory
/// and problem.
@NullMarked
package dev.makeline.server.access;

import org.jspecify.annotations.NullMarked;
