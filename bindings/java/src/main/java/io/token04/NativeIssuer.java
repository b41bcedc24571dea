package io.token04;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link Issuer} in the native library. */
final class NativeIssuer implements Issuer {
    private final Handle handle;
    private final long appId;
    private final Mode mode;
    private final @Nullable Profile profile;
    private final @Nullable Clock clock;
    /** The time of issue, if there is no clock. */
    private final long time;

    NativeIssuer(Builder builder) {
        Exchange exchange = Exchange.open();
        try {
            exchange.writeSecret(builder.secret);
            handle = new Handle(Native.newIssuer(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    builder.appId, Mode.numberOf(builder.mode), Profile.numberOf(builder.profile)));
        } finally {
            exchange.close();
        }
        appId = builder.appId;
        mode = builder.mode;
        profile = builder.profile;
        clock = builder.clock;
        time = Time.SYSTEM_CLOCK;
    }

    private NativeIssuer(NativeIssuer issuer, long time) {
        handle = issuer.handle;
        appId = issuer.appId;
        mode = issuer.mode;
        profile = issuer.profile;
        clock = null;
        this.time = time;
    }

    @Override
    public Issuer at(Instant now) {
        return new NativeIssuer(this, Time.seconds(now));
    }

    private long now() {
        return clock == null ? time : Time.seconds(clock.instant());
    }

    @Override
    public String issue(String userId, Duration ttl, @Nullable String payload) {
        long now = now();
        Exchange exchange = Exchange.open(handle);
        try {
            exchange.write(userId).write(payload);
            return exchange.ascii(Native.issue(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    handle.address(), Time.seconds(ttl), Time.nanos(ttl), now));
        } finally {
            exchange.close();
        }
    }

    @Override
    public String issueRoom(String userId, Duration ttl, RoomPrivilege privilege) {
        boolean hasPrivilege = privilege != null;
        long now = now();
        Exchange exchange = Exchange.open(handle);
        try {
            exchange.write(userId);
            if (hasPrivilege) {
                exchange.write(privilege.roomId()).write(privilege.streams());
            }
            return exchange.ascii(Native.issueRoom(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    handle.address(), Time.seconds(ttl), Time.nanos(ttl), now,
                    hasPrivilege, hasPrivilege && privilege.login(), hasPrivilege && privilege.publish()));
        } finally {
            exchange.close();
        }
    }

    @Override
    public List<String> issueMany(List<String> userIds, Duration ttl, @Nullable String payload) {
        long now = now();
        Exchange exchange = Exchange.open(handle);
        try {
            exchange.write(userIds).write(payload);
            return exchange.fields(Native.issueMany(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    handle.address(), Time.seconds(ttl), Time.nanos(ttl), now)).readList(Packed::readAscii);
        } finally {
            exchange.close();
        }
    }

    @Override
    public String kitToken(
            String userId, Duration ttl, String roomId, @Nullable String userName, @Nullable String payload) {
        long now = now();
        Exchange exchange = Exchange.open(handle);
        try {
            exchange.write(userId).write(roomId).write(userName).write(payload);
            return exchange.ascii(Native.kitToken(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    handle.address(), Time.seconds(ttl), Time.nanos(ttl), now));
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

    /** The settings, such as {@code Issuer{appId=1, secret=[redacted], mode=CBC, profile=null}}. */
    @Override
    public String toString() {
        return "Issuer{appId=" + appId + ", secret=[redacted], mode=" + mode + ", profile=" + profile + "}";
    }
}
