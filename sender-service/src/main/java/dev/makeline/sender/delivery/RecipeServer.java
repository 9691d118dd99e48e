package dev.makeline.sender.delivery;

import dev.makeline.protocol.Submission;

/// Where submissions go.
interface RecipeServer {

    /// Submits; doing it again is harmless, because recipe-server keys the effect by the object
    /// version. Never throws for what a network may do.
    Delivery submit(Submission submission);
}
