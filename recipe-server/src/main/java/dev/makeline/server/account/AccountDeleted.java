package dev.makeline.server.account;

import dev.makeline.protocol.UserId;

/// Published through Micronaut's `ApplicationEventPublisher` when somebody deletes their account:
/// whoever keeps things of people (files, tokens) deletes that person's, or marks them to be
/// deleted, in a listener, durably, before it returns.
///
/// It comes after all tokens of the person ended and before the account's own rows go. When a
/// listener throws, the account stays, the person is answered 503 and deletes again: so it may come
/// more than once for one person, and listeners are idempotent by [#user]. It runs on the request's
/// thread: what takes long is marked now and done later.
public record AccountDeleted(UserId user) {}
