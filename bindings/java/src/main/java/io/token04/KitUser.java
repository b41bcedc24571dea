package io.token04;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What follows the {@code #} of a kit token. The fields are checked when a kit token is made of them. */
public final class KitUser {
    private final long appId;
    private final String userId;
    private final String roomId;
    private final String userName;

    /**
     * A user whose name is the user id.
     *
     * @param appId the app; the same as in the token
     * @param userId the user; the same as in the token
     * @param roomId the room to join
     */
    public KitUser(long appId, String userId, String roomId) {
        this(appId, userId, roomId, null);
    }

    /**
     * A user with a name.
     *
     * @param appId the app; the same as in the token
     * @param userId the user; the same as in the token
     * @param roomId the room to join
     * @param userName the name that others see; null is the user id
     */
    public KitUser(long appId, String userId, String roomId, @Nullable String userName) {
        this.appId = appId;
        this.userId = userId;
        this.roomId = roomId;
        this.userName = userName == null ? userId : userName;
    }

    /**
     * The app.
     *
     * @return the app id
     */
    public long appId() {
        return appId;
    }

    /**
     * The user.
     *
     * @return the user id
     */
    public String userId() {
        return userId;
    }

    /**
     * The room to join.
     *
     * @return the room id
     */
    public String roomId() {
        return roomId;
    }

    /**
     * The name that others see.
     *
     * @return the name
     */
    public String userName() {
        return userName;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof KitUser)) {
            return false;
        }
        KitUser that = (KitUser) other;
        return appId == that.appId && Objects.equals(userId, that.userId) && Objects.equals(roomId, that.roomId)
                && Objects.equals(userName, that.userName);
    }

    @Override
    public int hashCode() {
        return Objects.hash(appId, userId, roomId, userName);
    }

    @Override
    public String toString() {
        return "KitUser{appId=" + appId + ", userId=" + userId + ", roomId=" + roomId + ", userName=" + userName + "}";
    }
}
