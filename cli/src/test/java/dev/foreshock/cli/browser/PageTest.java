package dev.foreshock.cli.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Looks at pages in one browser for all tests of a class, as wide and as light as most have it before each of them. */
@NeedsBrowser
abstract class PageTest {
    static Browser browser;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void usual() {
        browser.scripts(true).dark(false).width(1200);
    }
}
