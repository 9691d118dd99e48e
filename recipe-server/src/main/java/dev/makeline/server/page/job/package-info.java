/// The pages of jobs: the list, ordering one by the schema of its kind, and how one goes. Depends
/// on job, file, access, request and page.layout.
@NullMarked
package dev.makeline.server.page.job;

import org.jspecify.annotations.NullMarked;
