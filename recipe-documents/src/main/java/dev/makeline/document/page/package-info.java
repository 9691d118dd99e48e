/// Recipes in saved web pages: JSON-LD in script elements, else microdata. Depends on jsoup.
@NullMarked
package dev.makeline.document.page;

import org.jspecify.annotations.NullMarked;
