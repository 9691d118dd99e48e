/// One running Makeline on this machine: its ports, its data folder, its processes, and how other
/// commands find it. Depends on the supervision package and the protocol.
@NullMarked
package dev.makeline.launcher.instance;

import org.jspecify.annotations.NullMarked;
