package wellhead.server.alert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.fetch.AddressGuard;
import wellhead.indexer.fetch.WebAddress;
import wellhead.indexer.fetch.WebPost;

/** Sends a message once, to whomever it is for. */
final class Delivery {
  private static final long LONGEST_COMMAND_SECONDS = 60;

  private final Predicate<String> printer;
  private final Function<AddressGuard, WebPost> posts;
  private final Function<String, @Nullable String> environment;

  /**
   * @param printer prints on standard output; whether that arrived
   * @param posts sends to the web, held to a guard
   * @param environment the variables that hold secrets
   */
  Delivery(
      Predicate<String> printer,
      Function<AddressGuard, WebPost> posts,
      Function<String, @Nullable String> environment) {
    this.printer = printer;
    this.posts = posts;
    this.environment = environment;
  }

  /** What became of an attempt. */
  sealed interface Result {
    /** It arrived. */
    record Delivered() implements Result {}

    /**
     * It may arrive later.
     *
     * @param notBefore when the other side wants it; {@code null} when it does not say
     */
    record Later(String reason, @Nullable Instant notBefore) implements Result {}

    /** It will never arrive as it is. */
    record Refused(String reason) implements Result {}
  }

  Result send(Message message, Instant now) throws InterruptedException {
    return switch (Target.parse(message.to())) {
      case Target.StandardOutput ignored ->
          printer.test(message.body())
              ? new Result.Delivered()
              : new Result.Later("standard output could not be written", null);
      case Target.Command command -> run(command.line(), message);
      case Target.Webhook webhook -> webhook(webhook.address(), message, now);
      case Target.Service service -> {
        Map<String, String> headers =
            service.kind() == Target.Kind.NTFY
                ? Map.of("Title", message.title().replaceAll("[^\\x20-\\x7e]", "?"))
                : Map.of();
        yield post(service.address(), message, headers);
      }
    };
  }

  private Result webhook(WebAddress address, Message message, Instant now) {
    var headers = new LinkedHashMap<String, String>();
    String seconds = Long.toString(now.getEpochSecond());
    headers.put("webhook-id", message.id());
    headers.put("webhook-timestamp", seconds);
    String variable = message.secretEnv();
    if (variable != null) {
      String secret = environment.apply(variable);
      if (secret == null || secret.isBlank()) {
        return new Result.Later(
            "the environment has no " + variable + ", which the alert is signed with", null);
      }
      String signed = message.id() + "." + seconds + "." + message.body();
      headers.put("webhook-signature", "v1," + signature(secret, signed));
    }
    return post(address, message, headers);
  }

  /** HMAC-SHA256 in Base64, by a secret that is Base64 behind {@code whsec_}, or plain. */
  static String signature(String secret, String signed) {
    byte[] key =
        secret.startsWith("whsec_")
            ? Base64.getDecoder().decode(secret.substring("whsec_".length()))
            : secret.getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private Result post(WebAddress address, Message message, Map<String, String> more) {
    var headers = new LinkedHashMap<>(more);
    headers.put("Content-Type", message.mediaType());
    AddressGuard guard = message.allowPrivate() ? AddressGuard.ANY : AddressGuard.PUBLIC_ONLY;
    WebPost.Answer answer =
        posts.apply(guard).send(address, headers, message.body().getBytes(StandardCharsets.UTF_8));
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new Result.Delivered();
    }
    boolean passes = status == 0 || status == 408 || status == 429 || status >= 500;
    return passes
        ? new Result.Later(answer.reason(), answer.notBefore())
        : new Result.Refused(answer.reason());
  }

  private static Result run(String line, Message message) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", line)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        Thread.ofVirtual().start(() -> hand(process.getOutputStream(), message.body()));
        if (!process.waitFor(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS)) {
          return new Result.Later(
              "the command took more than " + LONGEST_COMMAND_SECONDS + " s", null);
        }
        return process.exitValue() == 0
            ? new Result.Delivered()
            : new Result.Later("the command ended with exit code " + process.exitValue(), null);
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return new Result.Later("the command could not be started", null);
    }
  }

  private static void hand(OutputStream in, String body) {
    try (in) {
      in.write(body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // it does not read; its exit code tells
    }
  }
}
