/// Who may do what: credentials, the scope that each route names, and what belongs to whom. Depends
/// on audit, memory and problem.
@NullMarked
package dev.makeline.server.access;

import org.jspecify.annotations.NullMarked;
