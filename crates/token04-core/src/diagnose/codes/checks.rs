//! What to check, as texts that several codes share.

use super::code::Text;

pub(super) const GENERATOR: Text = Text(
    "the server makes the token with a Token04 generator: it begins with 04, contains no dot, and is not a JWT",
    "服务端用 Token04 生成器生成 Token：以 04 开头，不含点号，不是 JWT",
);
pub(super) const SECRET: Text = Text(
    "the server uses the ServerSecret, exactly 32 characters without quotes or blanks around it; 64 hex characters are \
     the AppSign",
    "服务端用的是 ServerSecret：正好 32 个字符，首尾没有引号和空白；64 个十六进制字符的是 AppSign",
);
pub(super) const PROJECT: Text = Text(
    "AppID and ServerSecret belong to the same project, and the client uses that AppID (and that project's server \
     address, where the SDK asks for one)",
    "AppID 和 ServerSecret 属于同一个项目，客户端也使用这个 AppID（SDK 要求填写 server 地址时，也用该项目的地址）",
);
pub(super) const AUTHENTICATION_MODE: Text = Text(
    "the project's authentication mode in the ZEGO console is Token, not AppSign",
    "ZEGO 控制台中该项目的鉴权方式是 Token，而不是 AppSign",
);
pub(super) const NOT_BOTH: Text = Text(
    "the client gives the SDK either the AppSign or a token, not both: if both are given, the AppSign is checked first \
     (ZEGO's FAQ, since July 2026)",
    "客户端只向 SDK 提供 AppSign 或 Token 之一：两者都提供时先校验 AppSign（ZEGO 常见问题，2026 年 7 月起）",
);
pub(super) const USER: Text = Text(
    "the client logs in with exactly the user id that the token was made for; upper and lower case count",
    "客户端登录所用的用户 ID 与生成 Token 时完全相同（区分大小写）",
);
pub(super) const ARGUMENTS: Text = Text(
    "the arguments of the SDK's login call are in the right order: loginRoom takes the room id first, then the token",
    "SDK 登录函数的参数顺序正确：loginRoom 先传房间 ID，再传 Token",
);
pub(super) const TIMES: Text = Text(
    "the token has not expired: its expire is the current unix time in seconds plus the validity, and the server's clock \
     is right",
    "Token 没有过期：expire 是当前 Unix 时间（秒）加上有效期，并且服务端时钟准确",
);
pub(super) const UNCHANGED: Text = Text(
    "the client passes on the token exactly as the server made it: nothing is cut off, added or encoded again, and no + \
     has become a space",
    "客户端原样传递服务端生成的 Token：没有截断、拼接或再次编码，+ 没有变成空格",
);
pub(super) const CLIENT_TAKES: Text = Text(
    "the client gets the form that it takes: a kit token for UIKit on the web, a plain token for everything else",
    "客户端拿到的是它接受的形式：Web 端 UIKit 用 Kit Token，其余都用普通 Token",
);
pub(super) const RENEWAL: Text = Text(
    "the client fetches a new token and calls renewToken when the SDK reports that the token will expire; the \
     mini-program call kit 2.1.0 calls only the onTokenWillExpire in the config of init",
    "SDK 提示 Token 即将过期时，客户端获取新的 Token 并调用 renewToken；小程序音视频通话 Kit 2.1.0 只调用 init 的 config 中的 onTokenWillExpire",
);
pub(super) const ROOM: Text = Text(
    "if the token has a payload, its room_id is this room and its privilege has \"1\":1, which allows the login",
    "如果 Token 带有 payload，其中的 room_id 是当前房间，privilege 中有 \"1\":1（允许登录）",
);
pub(super) const PUBLISHING: Text = Text(
    "if the token has a payload, its privilege has \"2\":1, which allows publishing, and stream_id_list has this stream \
     or is null",
    "如果 Token 带有 payload，privilege 中有 \"2\":1（允许推流），stream_id_list 包含这条流或为 null",
);
pub(super) const PAYLOAD: Text = Text(
    "the payload is a string: empty, or JSON encoded once, such as \
     {\"room_id\":\"…\",\"privilege\":{\"1\":1,\"2\":1},\"stream_id_list\":null}",
    "payload 是字符串：为空，或是只编码一次的 JSON，例如 {\"room_id\":\"…\",\"privilege\":{\"1\":1,\"2\":1},\"stream_id_list\":null}",
);
pub(super) const TYPES: Text = Text(
    "in the encrypted body, app_id, nonce, ctime and expire are whole numbers without quotes, and user_id is a string",
    "加密正文中 app_id、nonce、ctime、expire 是不带引号的整数，user_id 是字符串",
);
pub(super) const LOGIN_FIRST: Text = Text(
    "the client has logged in, and is still logged in, before this call",
    "调用之前客户端已经登录，并且仍处于登录状态",
);
pub(super) const APP_SIGN: Text = Text(
    "the AppSign is the one of this AppID in the ZEGO console: 64 hex characters, copied whole; or give a token and no \
     AppSign",
    "AppSign 是 ZEGO 控制台中该 AppID 的 AppSign：64 个十六进制字符，完整复制；或者只提供 Token，不提供 AppSign",
);
pub(super) const USER_ID: Text = Text(
    "the user id has 1 to 64 bytes (32 for In-app Chat and the call kits) of ASCII letters, digits, - and _, which every \
     product takes",
    "用户 ID 有 1 到 64 字节（即时通讯和音视频通话 Kit 为 32 字节），只用所有产品都接受的 ASCII 字母、数字、- 和 _",
);
pub(super) const ROOM_ID: Text = Text(
    "the room id has 1 to 128 bytes of ASCII letters, digits, - and _",
    "房间 ID 有 1 到 128 字节，只用 ASCII 字母、数字、- 和 _",
);
pub(super) const VALIDITY: Text = Text(
    "the validity is at most 24 days (2073600 s), both when the token is made and when it is used",
    "有效期不超过 24 天（2073600 秒），生成时和使用时都是如此",
);
pub(super) const STREAM_PARAMS: Text = Text(
    "the token in streamParams is a whole, unexpired token for the same user, as the login's is",
    "streamParams 中的 Token 完整、未过期，并且与登录所用的 Token 属于同一用户",
);
pub(super) const LICENCE: Text = Text(
    "the project has a valid licence for this function, which ZEGO's support can tell",
    "项目拥有该功能的有效 License，可向 ZEGO 技术支持确认",
);
