/// What a foreign form of a recipe was found to say, before it becomes a canonical document, and
/// how its texts are cleaned. Depends on the JDK and on jsoup for the names of characters.
@NullMarked
package dev.makeline.document.found;

import org.jspecify.annotations.NullMarked;
