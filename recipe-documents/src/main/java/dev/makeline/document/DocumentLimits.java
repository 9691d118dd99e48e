package dev.makeline.document;

import dev.makeline.recipe.Quantities;
import java.math.BigDecimal;

/// The one place of every limit on a recipe document.
public final class DocumentLimits {

    /// Bytes of a document: 1 MiB, the most that one SQS message or one small S3 GET is worth; some
    /// hundred times the longest recipe in print.
    public static final int DOCUMENT_BYTES = 1 << 20;

    /// Bytes of a saved web page: 5 MiB. Pages carry styles and programs around the recipe, rarely
    /// more than 2 MB of them; what is read out of one is held to [#DOCUMENT_BYTES].
    public static final int PAGE_BYTES = 5 << 20;

    /// Tags of a saved page. The tree of a page takes some 300 bytes for each, so this bounds it to
    /// 30 MB; the heaviest recipe pages have 20,000.
    public static final int PAGE_TAGS = 100_000;

    /// Objects and lists inside one another, the document itself counted: a recipe needs 3, and 64
    /// keeps every recursive reader far from the end of its stack.
    public static final int DEPTH = 64;

    /// Values of a document in all, objects and lists included. An object with one field takes some
    /// 300 bytes of memory, so this bounds one document to about 6 MB, and the 16 that a sender has
    /// in hand to less than half of its heap; a recipe of 1,000 ingredients and 1,000 steps has
    /// 8,000.
    public static final int VALUES = 20_000;

    /// Comparing is at worst quadratic, and 1,000 × 1,000 stays within a second.
    public static final int INGREDIENTS = 1_000;

    /// As for [#INGREDIENTS].
    public static final int STEPS = 1_000;

    /// Characters (Unicode code points) of any one text or field name: several printed pages.
    public static final int TEXT_CHARACTERS = 10_000;

    /// The largest integer that every JSON reader, JavaScript included, keeps exactly: 2^53 − 1.
    public static final long MAX_ID = (1L << 53) - 1;

    /// Digits of a number written out in full.
    public static final int NUMBER_DIGITS = Quantities.MAX_DIGITS;

    /// Ratings are taken from 0 to 100: five stars, ten points and per cents are all in use, and
    /// only ratings of the same recipe are ever compared. The least is 0.
    public static final BigDecimal MAX_RATING = BigDecimal.valueOf(100);

    private DocumentLimits() {}
}
