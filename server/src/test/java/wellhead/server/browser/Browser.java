package wellhead.server.browser;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Wait;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium on pages of one site. */
final class Browser implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final String AXE = axe();

  private final ChromeDriver driver;
  private final String site;

  private Browser(ChromeDriver driver, String site) {
    this.driver = driver;
    this.site = site;
  }

  private static String axe() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this machine has what it takes. */
  static boolean isThere() {
    return onPath("chromium").isPresent() && onPath("chromedriver").isPresent();
  }

  /**
   * @param scripts whether JavaScript runs
   */
  static Browser open(String site, int width, int height, boolean scripts) {
    var options = new ChromeOptions();
    options.setBinary(onPath("chromium").orElseThrow());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=en");
    if (!scripts) {
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(onPath("chromedriver").orElseThrow())
            .build();
    var browser = new Browser(new ChromeDriver(service, options), site);
    browser.size(width, height);
    return browser;
  }

  private static Optional<File> onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator)) {
      File file = new File(folder, program);
      if (file.canExecute()) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** The page's own size, whatever the window's frame takes. */
  void size(int width, int height) {
    var metrics = new HashMap<String, Object>();
    metrics.put("width", width);
    metrics.put("height", height);
    metrics.put("deviceScaleFactor", 1);
    metrics.put("mobile", false);
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
  }

  /** As if the machine stood elsewhere; takes effect with the next page. */
  Browser in(String zone) {
    driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
    return this;
  }

  void prefersDark() {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
  }

  Browser go(String path) {
    driver.get(site + path);
    return this;
  }

  /** Types a query into the box and presses Enter. */
  Browser search(String query) {
    WebElement box = driver.findElement(By.id("q"));
    box.clear();
    box.sendKeys(query);
    box.submit();
    return this;
  }

  Browser follow(String linkText) {
    driver.findElement(By.linkText(linkText)).click();
    return this;
  }

  Browser click(String css) {
    driver.findElement(By.cssSelector(css)).click();
    return this;
  }

  Browser back() {
    driver.navigate().back();
    return this;
  }

  /** Presses keys, one after the other, wherever the focus is. */
  Browser press(CharSequence... keys) {
    new Actions(driver).sendKeys(String.join("", keys)).perform();
    return this;
  }

  /** Presses the pointer on one element and lets go of it on another. */
  Browser drag(WebElement from, WebElement to) {
    new Actions(driver).moveToElement(from).clickAndHold().moveToElement(to).release().perform();
    return this;
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Waits until something that takes a moment is there. */
  Browser await(String css) {
    waiting()
        .until(d -> d.findElements(By.cssSelector(css)).stream().anyMatch(WebElement::isDisplayed));
    return this;
  }

  /** Waits until there are elements and the text of each is such, and gives the texts. */
  List<String> awaitTexts(String css, Predicate<String> such) {
    waiting()
        .until(d -> {
          List<String> texts = texts(css);
          return !texts.isEmpty() && texts.stream().allMatch(such);
        });
    return texts(css);
  }

  /** Waits until the address holds this. */
  Browser awaitPath(String part) {
    waiting().until(d -> path().contains(part));
    return this;
  }

  /** A script may put another element in an element's place while it is looked at. */
  private Wait<WebDriver> waiting() {
    return new WebDriverWait(driver, Duration.ofSeconds(10))
        .ignoring(StaleElementReferenceException.class);
  }

  /** The element that keys go to, as its text; the search box as what stands in it. */
  String focused() {
    WebElement at = driver.switchTo().activeElement();
    return "q".equals(at.getDomAttribute("id")) ? "box: " + box() : at.getText();
  }

  /** What axe-core has against the page: rule and element, one a violation. */
  List<String> violations() {
    driver.executeScript(AXE);
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                + " 'wcag22aa', 'best-practice']}).then(r => done(r.violations.flatMap(v =>"
                + " v.nodes.map(n => v.id + ': ' + n.html + ' ' + n.failureSummary))));");
    return found instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  List<String> texts(String css) {
    return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
  }

  /** Where the hits lead for their whole story; unlike titles, never twice the same. */
  List<String> stories() {
    return driver.findElements(By.cssSelector("ol.hits a.seen")).stream()
        .map(link -> String.valueOf(link.getDomAttribute("href")))
        .toList();
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  String box() {
    return String.valueOf(driver.findElement(By.id("q")).getDomProperty("value"));
  }

  String path() {
    return String.valueOf(driver.getCurrentUrl()).substring(site.length());
  }

  String colour(String css, String property) {
    return driver.findElement(By.cssSelector(css)).getCssValue(property);
  }

  /** How far the page reaches to the right of the window, in pixels. */
  long overflow() {
    Object wider =
        driver.executeScript(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return wider instanceof Long pixels ? pixels : -1;
  }

  /** Kept as build output, to be looked at. */
  Path screenshot(String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      return Files.write(
          SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
