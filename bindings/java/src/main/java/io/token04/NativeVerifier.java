package io.token04;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A {@link Verifier} in the native library. */
final class NativeVerifier implements Verifier {
    private final Handle handle;
    private final long appId;
    private final Duration leeway;
    private final @Nullable Clock clock;

    NativeVerifier(Builder builder) {
        Exchange exchange = Exchange.open();
        try {
            exchange.writeSecret(builder.secret).writeSecret(builder.previousSecret);
            handle = new Handle(Native.newVerifier(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    builder.appId, Time.seconds(builder.leeway), Time.nanos(builder.leeway)));
        } finally {
            exchange.close();
        }
        appId = builder.appId;
        leeway = builder.leeway;
        clock = builder.clock;
    }

    @Override
    public Claims verify(String token, @Nullable Login login) {
        Login expected = login == null ? Login.ANY : login;
        long now = expected.hasNow() ? expected.now() : Time.now(clock);
        Exchange exchange = Exchange.open(handle);
        try {
            exchange.writeToken(token);
            expected.writeTo(exchange);
            return new Claims(exchange.fields(Native.verify(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    handle.address(), expected.expects(), now)));
        } finally {
            exchange.close();
        }
    }

    @Override
    public long appId() {
        return appId;
    }

    @Override
    public void close() {
        handle.close();
    }

    /** The settings, such as {@code Verifier{appId=1, secret=[redacted], leeway=PT0S}}. */
    @Override
    public String toString() {
        return "Verifier{appId=" + appId + ", secret=[redacted], leeway=" + leeway + "}";
    }
}
