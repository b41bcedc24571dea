import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.token04.Issuer;
import io.token04.Profile;
import io.token04.Token04;
import io.token04.Token04Exception;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * A token service with the JDK's HTTP server: the user shows the app's own JWT and gets a token for ZEGO's SDK.
 *
 * <pre>
 * mvn -q package
 * export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef JWT_KEY=…   # at least 32 bytes
 * java -cp 'target/server.jar:target/libraries/*' Server
 * </pre>
 */
public final class Server {
    // The policy.
    private static final long DEFAULT_TTL = 24 * 3600;
    private static final long MAX_TTL = 7 * 24 * 3600;
    private static final int LONGEST_BODY = 64 * 1024;

    /** Whether a user may publish in a room. Put your own rules here. */
    private static boolean mayPublish(String userId, String roomId) {
        return !roomId.equals("announcements");
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Issuer issuer;
    private final JWTVerifier verifier;

    private Server(Issuer issuer, String jwtKey) {
        this.issuer = issuer;
        this.verifier = JWT.require(Algorithm.HMAC256(jwtKey)).withClaimPresence("exp").withClaimPresence("sub").build();
    }

    /** The user id in the JWT: nobody can ask for somebody else. */
    private String caller(HttpExchange exchange) {
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        if (shown == null || !shown.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new Problem(401, 901, "send Authorization: Bearer and a JWT");
        }
        try {
            DecodedJWT jwt = verifier.verify(shown.substring(7));
            if (jwt.getSubject() != null && !jwt.getSubject().isEmpty()) {
                return jwt.getSubject();
            }
        } catch (JWTVerificationException refused) {
            // The reason is not for the caller.
        }
        throw new Problem(401, 901, "the JWT is invalid");
    }

    private static byte[] read(InputStream stream) throws IOException {
        byte[] body = stream.readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            // Who is still sending would lose the answer with the connection.
            stream.transferTo(OutputStream.nullOutputStream());
            throw new Problem(413, 901, "the body must be at most " + LONGEST_BODY + " bytes");
        }
        return body;
    }

    private Map<String, Object> answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/v1/token") || !exchange.getRequestMethod().equals("POST")) {
            throw new Problem(404, 901, "POST /v1/token");
        }
        String userId = caller(exchange);
        Asked asked = Asked.read(read(exchange.getRequestBody()), DEFAULT_TTL);
        if (asked.userId != null && !asked.userId.equals(userId)) {
            throw new Problem(403, 206, "user_id is another than that of the JWT");
        }
        if (asked.ttl > MAX_TTL) {
            throw new Problem(403, 6, "ttl must be at most " + MAX_TTL + " seconds");
        }
        if (asked.publish && !mayPublish(userId, asked.roomId)) {
            throw new Problem(403, 208, "publishing is not granted");
        }
        Duration ttl = Duration.ofSeconds(asked.ttl);
        String token = asked.room == null ? issuer.issue(userId, ttl) : issuer.issueRoom(userId, ttl, asked.room);
        long ends = Token04.inspect(token).expiresAt().getEpochSecond();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token", token);
        body.put("expires_at", ends);
        // The SDK warns 30 s before the expiry; the client renews earlier.
        body.put("renew_at", ends - Math.min(Math.max(asked.ttl / 10, 40), 3600));
        return body;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            send(exchange, 200, "application/json", answer(exchange));
        } catch (Problem problem) {
            refuse(exchange, problem);
        } catch (Token04Exception refused) {
            refuse(exchange, new Problem(400, refused.code(), refused.getMessage()));
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            refuse(exchange, new Problem(500, 903, "internal error"));
        } finally {
            exchange.close();
        }
    }

    private static void refuse(HttpExchange exchange, Problem problem) throws IOException {
        if (problem.status == 401) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("status", problem.status);
        body.put("code", problem.code);
        body.put("detail", problem.getMessage());
        send(exchange, problem.status, "application/problem+json", body);
    }

    private static void send(HttpExchange exchange, int status, String type, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null || value.isEmpty()) {
            System.err.println("set " + name);
            System.exit(1);
        }
        return value;
    }

    public static void main(String[] arguments) throws IOException {
        long appId = Long.parseLong(environment("ZEGO_APP_ID"));
        // Created once and shared by all threads: it holds the expanded key.
        Issuer issuer = Issuer.builder(appId, environment("ZEGO_SERVER_SECRET")).profile(Profile.RTC).build();
        Server server = new Server(issuer, environment("JWT_KEY"));
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "3000"));
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.createContext("/", server::handle);
        http.setExecutor(Executors.newFixedThreadPool(8));
        http.start();
    }
}
