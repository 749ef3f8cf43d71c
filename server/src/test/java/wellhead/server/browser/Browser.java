package wellhead.server.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless Chromium on pages of one site. */
final class Browser implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final ChromeDriver driver;
  private final String site;

  private Browser(ChromeDriver driver, String site) {
    this.driver = driver;
    this.site = site;
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
