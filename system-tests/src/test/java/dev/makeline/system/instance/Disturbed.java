package dev.makeline.system.instance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The tests of this class kill, pause or disturb, so they share an instance with fault proxies
/// that no peaceful test sees.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Disturbed {}
