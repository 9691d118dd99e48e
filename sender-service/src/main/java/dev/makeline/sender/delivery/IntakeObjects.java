package dev.makeline.sender.delivery;

import dev.makeline.protocol.UploadJob;

/// The objects that upload jobs name.
interface IntakeObjects {

    /// Exactly the version that the job names, whatever the key holds by now. Never throws for what
    /// a store may answer.
    Fetched fetch(UploadJob job);
}
