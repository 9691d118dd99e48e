/// The web application: what people look at. Everything else of this server is for programs; pages
/// call the same classes as the routes under `/v1`, with the same rights.
///
/// **To add a page**, in a package of its own for its feature, such as `page.recipe`:
///
/// 1. A record that holds what the page shows, public with public components, since templates are
///    compiled into another package: `RecipePage`. Texts stand in it as they were written; the
///    template escapes them. A pure function makes it of values (`RecipePage.of(...)`), so that a
///    test needs no server.
/// 2. A template `src/main/jte/<feature>/<name>.jte` with `@param Frame frame` and `@param
///    RecipePage page`, which puts its content into `@template.layout.frame(…)`. Never `$unsafe`,
///    no `style` attribute, no inline script: the Content-Security-Policy forbids them. A form that
///    changes something holds `@template.layout.token(frame)`.
/// 3. A controller, `@Hidden` from the API's description, whose methods name who may call them
///    (`@Needs`, `@NeedsPerson`, `@OpenToAll`) and answer `pages.page(request, section, title,
///    template, page)`. A form is taken with `Form`, and answered with `Pages.to(path)`. Problems
///    are thrown or answered as everywhere; `ErrorPages` shows them as a page.
/// 4. What htmx puts in place is a template of its own, which the whole page includes; the
///    controller answers it with `pages.part(…)` where `Htmx.isFrom(request)`. Without JavaScript
///    the same form leads to the whole page.
/// 5. A row in the tables of `AccessTest`, and a test that reads the page with jsoup.
@NullMarked
package dev.makeline.server.page;

import org.jspecify.annotations.NullMarked;
