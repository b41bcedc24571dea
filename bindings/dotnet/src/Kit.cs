// Kit tokens: a token, a #, and the room and the user.
using System;

namespace Token04
{
    /// <summary>The user after the '#' of a kit token, and the token before it.</summary>
    public sealed unsafe class Kit
    {
        private Kit(NativeKitUser* user)
        {
            Token = user->Token.Read();
            AppId = user->AppId;
            UserId = user->UserId.Read();
            RoomId = user->RoomId.Read();
            UserName = user->UserName.Read();
        }

        /// <summary>The token before the '#'.</summary>
        public string Token { get; }

        /// <summary>The app.</summary>
        public uint AppId { get; }

        /// <summary>The user.</summary>
        public string UserId { get; }

        /// <summary>The room to join.</summary>
        public string RoomId { get; }

        /// <summary>The name that others see.</summary>
        public string UserName { get; }

        /// <summary>Appends room and user to a token; <see cref="Issuer.KitToken"/> makes both at once.</summary>
        /// <param name="token">A token of this user.</param>
        /// <param name="appId">The AppID.</param>
        /// <param name="userId">The user.</param>
        /// <param name="roomId">The room to join.</param>
        /// <param name="userName">The name that others see; null for the user id.</param>
        /// <exception cref="Token04Exception">Malformed, InvalidAppId, InvalidUserId, InvalidRoom,
        /// InvalidArgument.</exception>
        public static string Encode(string token, long appId, string userId, string roomId, string userName = null)
        {
            Native.Load();
            byte[] text = Utf8.Bytes(token), user = Utf8.Bytes(userId);
            byte[] room = Utf8.Bytes(roomId), name = Utf8.Bytes(userName);
            NativeError error;
            NativeError.Prepare(&error);
            int status = Native.token04_kit_encode(
                text, Utf8.Count(text), appId, user, Utf8.Count(user), room, Utf8.Count(room), name, Utf8.Count(name),
                out IntPtr kitToken, out UIntPtr length, &error);
            Native.Check(status, &error);
            return Native.Take(kitToken, length);
        }

        /// <summary>Splits a kit token.</summary>
        /// <exception cref="Token04Exception">Malformed, InvalidArgument.</exception>
        public static Kit Decode(string kitToken)
        {
            Native.Load();
            byte[] text = Utf8.Bytes(kitToken);
            NativeError error;
            NativeError.Prepare(&error);
            int status = Native.token04_kit_decode(text, Utf8.Count(text), out NativeKitUser* user, &error);
            Native.Check(status, &error);
            try
            {
                return new Kit(user);
            }
            finally
            {
                Native.token04_kit_user_free(user);
            }
        }
    }
}
