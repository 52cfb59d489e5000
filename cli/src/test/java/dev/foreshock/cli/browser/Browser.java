package dev.foreshock.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window and without a network. */
final class Browser implements AutoCloseable {
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");
    private static final String AUDIT = resource("/browser/audit.js");
    private static final String AXE = resource("/axe.min.js");
    private static final int HEIGHT = 900;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Tells whether to try: where there is no browser and not everything is required, or it is said to be missing, tests skip. */
    static boolean isWanted() {
        List<String> missing =
                List.of(System.getenv().getOrDefault("FORESHOCK_MISSING", "").split(" ", -1));
        return isHere() || (System.getenv("FORESHOCK_REQUIRE_ALL") != null && !missing.contains("chromium"));
    }

    private static boolean isHere() {
        return chromium().isPresent() && first("chromedriver").isPresent();
    }

    private static Optional<Path> chromium() {
        return first("chromium", "chromium-browser", "google-chrome");
    }

    static Browser start() {
        assertThat(isHere()).as("chromium and chromedriver must be on the PATH").isTrue();
        return new Browser(
                driver(chromium().orElseThrow(), first("chromedriver").orElseThrow()));
    }

    private static ChromeDriver driver(Path chromium, Path chromedriver) {
        SELENIUM.setLevel(Level.SEVERE); // it warns that it knows no newer protocol; none is used
        System.setProperty("webdriver.remote.enableTracing", "false");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox", // as root, as in a container, there is none
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-domain-reliability",
                "--disable-extensions",
                "--disable-sync",
                "--metrics-recording-only");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        return driver;
    }

    private static Optional<Path> first(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":", -1))
                        .map(folder -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    // --- circumstances

    Browser open(Path page) {
        driver.get(page.toUri().toString());
        return this;
    }

    Browser width(int pixels) {
        return command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Shows a light or a dark page, to somebody who asks for no motion. */
    Browser dark(boolean isDark) {
        return media(isDark ? "dark" : "light", "reduce");
    }

    Browser media(String scheme, String motion) {
        return command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        "",
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", motion))));
    }

    Browser print(boolean isPrinted) {
        return command("Emulation.setEmulatedMedia", Map.of("media", isPrinted ? "print" : ""));
    }

    Browser scripts(boolean isOn) {
        return command("Emulation.setScriptExecutionDisabled", Map.of("value", !isOn));
    }

    Browser scrollTo(WebElement element) {
        js("arguments[0].scrollIntoView({ block: 'center' })", element);
        return this;
    }

    private Browser command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
        return this;
    }

    // --- what is on the page

    Object js(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    WebElement element(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** Returns what can be read in an element, as it is laid out. */
    String text(String css) {
        return element(css).getText();
    }

    /** Returns the contents of all such elements, seen or not. */
    List<String> contents(String css) {
        return strings(
                js("return [...document.querySelectorAll(arguments[0])].map(one => one.textContent.trim())", css));
    }

    /** Returns the cells of a table, row by row, heads included. */
    List<List<String>> rows(String css) {
        Object rows = js(
                "return [...document.querySelector(arguments[0]).querySelectorAll('tbody tr')]"
                        + ".map(row => [...row.children].map(cell => cell.textContent.trim()))",
                css);
        return ((List<?>) rows).stream().map(Browser::strings).toList();
    }

    /** Returns what a check of {@code audit.js} finds. */
    List<String> audit(String check) {
        return strings(js(AUDIT + "return audit." + check + "();"));
    }

    /** Returns by how many pixels the page is wider than the window. */
    long sideways() {
        return (Long) js(AUDIT + "return audit.sideways();");
    }

    /** Returns violations of WCAG 2.1, A and AA, and of what axe-core calls good practice, each with its first places. */
    List<String> axe() {
        js(AXE);
        return strings(driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
                axe.run(document, { runOnly: { type: 'tag', values: tags } }).then(
                    found => done(found.violations.map(one => one.id + ': ' + one.help + ' '
                        + one.nodes.slice(0, 5).map(node => node.html.slice(0, 160)).join(' '))),
                    error => done([String(error)]));
                """));
    }

    /** Returns the addresses asked for since the last call, and whatever else the browser complains about. */
    List<String> requests() {
        List<String> addresses = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            try {
                JsonNode message = json.readTree(entry.getMessage()).get("message");
                if (message.get("method").asText().equals("Network.requestWillBeSent")) {
                    addresses.add(message.at("/params/request/url").asText());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return addresses;
    }

    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static String resource(String name) {
        try (InputStream in = Browser.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
