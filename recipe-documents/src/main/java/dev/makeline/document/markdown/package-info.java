/// Recipes written in Markdown.
@NullMarked
package dev.makeline.document.markdown;

import org.jspecify.annotations.NullMarked;
