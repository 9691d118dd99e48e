/// The pages of administrators: people and their roles, the audit log, and what this server
/// reaches. Depends on account, administration, access and page.layout.
@NullMarked
package dev.makeline.server.page.admin;

import org.jspecify.annotations.NullMarked;
