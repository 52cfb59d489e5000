package dev.foreshock.cli.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests that skip where there is no browser, unless everything is required to be there. Subclasses have it too. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EnabledIf(
        value = "dev.foreshock.cli.browser.Browser#isWanted",
        disabledReason = "chromium and chromedriver are not on this machine")
@interface NeedsBrowser {}
