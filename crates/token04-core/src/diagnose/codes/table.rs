//! The list itself, in ascending order.

use super::checks::*;
use super::code::{Code, Next, Product, Text};
use crate::diagnose::findings::FindingId;
use crate::profile::Profile;

const UNKNOWN_PRODUCT: Product =
    Product { name: Text("product not documented", "产品未见文档"), profile: None };
const EXPRESS: Product =
    Product { name: Text("Express", "实时音视频 Express"), profile: Some(Profile::Rtc) };
const WEB: Product = Product {
    name: Text("Express for the web", "实时音视频 Express Web 端"),
    profile: Some(Profile::Rtc),
};
const ZIM: Product =
    Product { name: Text("In-app Chat, ZIM", "即时通讯 ZIM"), profile: Some(Profile::Zim) };
const RANGE_SCENE: Product = Product {
    name: Text("Express, range scene", "实时音视频 Express，范围场景"),
    profile: Some(Profile::Rtc),
};
const MUSIC: Product = Product {
    name: Text("Express, copyrighted music", "实时音视频 Express，版权音乐"),
    profile: Some(Profile::Rtc),
};
const SUPER_BOARD: Product = Product { name: Text("SuperBoard", "超级白板"), profile: None };
const DIGITAL_HUMAN: Product = Product { name: Text("digital human", "数字人"), profile: None };
const SERVER_API: Product = Product { name: Text("Server API", "服务端 API"), profile: None };

const NO_TOKEN: Next = Next::Other(Text(
    "diagnose reads tokens and cannot help here; once the code has changed, explain the new one",
    "diagnose 只能读 Token，对这个错误码没有帮助；错误码变化之后，再用 explain 查看新的错误码",
));
const SIGNED: Next = Next::Other(Text(
    "diagnose cannot help here: Server API calls carry a signature, not a Token04",
    "diagnose 对此没有帮助：服务端 API 的请求带的是签名，而不是 Token04",
));

const VAGUE: Text = Text(
    "ZEGO's documents say only that the token is wrong or expired; which mistake shows as this code was not observed",
    "ZEGO 文档只说 Token 错误或过期；哪种错误显示为这个错误码，并未实际观察过",
);

// The last two fields take the optional value if there is one, and else the default behind it.
macro_rules! codes {
    ($(
        $number:literal = $product:ident, $english:literal | $chinese:literal,
        causes [$($cause:ident)*],
        check [$($check:expr),* $(,)?]
        $(, next $next:expr)?
        $(, undocumented $undocumented:expr)?;
    )+) => {
        pub(crate) const CODES: &[Code] = &[$(Code {
            number: $number,
            product: $product,
            meaning: Text($english, $chinese),
            causes: &[$(FindingId::$cause,)*],
            checks: &[$($check,)*],
            next: [$($next,)? Next::Diagnose][0],
            undocumented: [$(Some($undocumented),)? None][0],
        },)+];
    };
}

codes! {
    -200_002 = DIGITAL_HUMAN, "the token is empty, malformed or expired" | "Token 为空、格式错误或已过期",
        causes [Expired Truncated TransportDamage Jwt HmacJson PlainJson Version],
        check [UNCHANGED, TIMES, GENERATOR];

    20_014 = WEB, "the signature is invalid; named ACCESSHUB_INVALID_SIGNATURE, in public projects it appears as \
                   \"get_appconfig_request fail\"" |
                  "签名无效；名为 ACCESSHUB_INVALID_SIGNATURE，公开项目中显示为“get_appconfig_request fail”",
        causes [WrongSecret AppSign SecretQuoted AppIdMismatch Jwt HmacJson KeyHexDecoded KeyTruncated KeyHashed
                GcmWithoutMode GcmIvLength GcmSeparateTag],
        check [SECRET, PROJECT, GENERATOR, AUTHENTICATION_MODE],
        undocumented Text(
            "ZEGO does not document this code; the causes are those of a token that cannot be decrypted",
            "ZEGO 没有公开说明这个错误码；所列的是 Token 无法解密的原因",
        );

    50_119 = UNKNOWN_PRODUCT, "the token was refused, with the text \"token auth err\"" |
                              "Token 未通过鉴权，附带文本“token auth err”",
        causes [Jwt AppSign SecretQuoted HmacJson WrongSecret PlainJson],
        check [GENERATOR, SECRET, AUTHENTICATION_MODE, PROJECT, NOT_BOTH],
        undocumented Text(
            "ZEGO does not document this code; the first four causes are those that three public projects report",
            "ZEGO 没有公开说明这个错误码；前四个原因来自三个公开项目",
        );

    1_001_001 = EXPRESS, "the AppSign does not have 64 characters" | "AppSign 不是 64 个字符",
        causes [], check [APP_SIGN, NOT_BOTH], next NO_TOKEN;
    1_001_002 = EXPRESS, "the AppSign has characters that are not hex" | "AppSign 含有十六进制以外的字符",
        causes [], check [APP_SIGN, NOT_BOTH], next NO_TOKEN;
    1_001_003 = EXPRESS, "the AppSign is empty" | "AppSign 为空",
        causes [], check [APP_SIGN, NOT_BOTH], next NO_TOKEN;
    1_001_005 = EXPRESS, "the AppSign is wrong" | "AppSign 错误",
        causes [], check [APP_SIGN, NOT_BOTH, AUTHENTICATION_MODE], next NO_TOKEN;

    1_002_002 = EXPRESS, "the client has not logged in to the room for which it called renewToken (or logout, switch, \
                          extra info)" |
                         "客户端没有登录所操作的房间（renewToken、退出、切换房间、房间附加消息）",
        causes [],
        check [
            LOGIN_FIRST,
            Text("the room id given to renewToken is the one of the login, and the login did not end in the meantime, \
                  for example because the token had already expired",
                 "传给 renewToken 的房间 ID 与登录时相同，并且登录没有中途结束（例如 Token 已经过期）"),
        ],
        next NO_TOKEN;
    1_002_006 = EXPRESS, "the user id has characters that are not allowed" | "用户 ID 含有不允许的字符",
        causes [UserIdLimit SwappedArguments], check [USER_ID, ARGUMENTS];
    1_002_007 = EXPRESS, "the user id is empty or too long" | "用户 ID 为空或过长",
        causes [UserIdLimit SwappedArguments], check [USER_ID, ARGUMENTS];
    1_002_011 = EXPRESS, "the room id is empty" | "房间 ID 为空",
        causes [RoomIdLimit], check [ROOM_ID];
    1_002_012 = EXPRESS, "the room id has characters that are not allowed" | "房间 ID 含有不允许的字符",
        causes [RoomIdLimit SwappedArguments], check [ROOM_ID, ARGUMENTS];
    1_002_013 = EXPRESS, "the room id is too long" | "房间 ID 过长",
        causes [RoomIdLimit SwappedArguments], check [ROOM_ID, ARGUMENTS];
    1_002_033 = EXPRESS, "room login refused: the token is wrong or expired" | "登录房间被拒绝：Token 错误或过期",
        causes [Expired WrongSecret AppSign UserIdMismatch AppIdMismatch Jwt SecretQuoted HmacJson PlainJson TransportDamage
                RoomMismatch LoginDenied StreamMismatch KitToken Version Truncated ForeignLayout LittleEndian
                KeyHexDecoded KeyTruncated KeyHashed GcmWithoutMode GcmIvLength GcmSeparateTag BodyNotJson
                DoublePadding MisplacedClaims ClaimNames MissingClaim ExpireIsDuration Milliseconds
                ExpireMismatch SwappedArguments],
        check [TIMES, SECRET, PROJECT, USER, GENERATOR, UNCHANGED, AUTHENTICATION_MODE, NOT_BOTH, CLIENT_TAKES, ROOM],
        undocumented VAGUE;
    1_002_034 = EXPRESS, "not a token error: the room is full" | "与 Token 无关：房间已满",
        causes [],
        check [Text("the number of users in the room is below the room's limit, which ZEGO's support can raise",
                    "房间内的用户数没有达到上限；上限可联系 ZEGO 技术支持调整")],
        next NO_TOKEN;
    1_002_056 = EXPRESS, "put out of the room, because the token expired" | "Token 过期，被踢出房间",
        causes [Expired ExpireIsDuration Milliseconds ExpiresSoon], check [RENEWAL, TIMES];
    1_002_067 = EXPRESS, "neither AppSign nor token was given" | "既没有 AppSign，也没有 Token",
        causes [Truncated],
        check [
            Text("the token has reached the SDK: the request for it succeeded, and its value is not empty at the time of \
                  the login",
                 "Token 已经传给 SDK：获取 Token 的请求成功，登录时它的值不为空"),
            NOT_BOTH,
        ];
    1_002_074 = EXPRESS, "token: internal error" | "Token：内部错误",
        causes [ForeignLayout LittleEndian BodyNotJson DoublePadding ClaimNames MissingClaim WrongSecret AppSign],
        check [GENERATOR, SECRET, UNCHANGED],
        undocumented Text("ZEGO's documents do not say what causes it; the causes are inferred",
                          "ZEGO 文档没有说明原因；所列原因是推断");
    1_002_075 = EXPRESS, "token: the payload is not JSON" | "Token：payload 不是 JSON",
        causes [PayloadNotJson PayloadObject PayloadDoubleEncoded PayloadShape], check [PAYLOAD];
    1_002_076 = EXPRESS, "token: app_id does not match or has the wrong type" | "Token：app_id 不匹配或类型错误",
        causes [AppIdMismatch ClaimType], check [PROJECT, TYPES];
    1_002_077 = EXPRESS, "token: user_id does not match the user who logs in, or has the wrong type" |
                         "Token：user_id 与登录的用户不匹配，或类型错误",
        causes [UserIdMismatch ClaimType SwappedArguments], check [USER, ARGUMENTS, TYPES];
    1_002_078 = EXPRESS, "token: expired, or a time has the wrong type" | "Token：已过期，或时间类型错误",
        causes [Expired ExpireIsDuration Milliseconds ExpireMismatch ClaimType], check [TIMES, RENEWAL, TYPES];
    1_002_079 = EXPRESS, "token: version" | "Token：版本错误",
        causes [Jwt HmacJson PlainJson Version], check [GENERATOR, UNCHANGED];
    1_002_080 = EXPRESS, "token: nonce has the wrong type" | "Token：nonce 类型错误",
        causes [ClaimType], check [TYPES];
    1_002_082 = EXPRESS, "the token does not allow publishing" | "Token 没有推流权限",
        causes [PublishDenied], check [PUBLISHING];
    1_002_084 = EXPRESS, "not a token error: the licence" | "与 Token 无关：License",
        causes [], check [LICENCE], next NO_TOKEN;
    1_002_085 = EXPRESS, "not a token error: the licence" | "与 Token 无关：License",
        causes [], check [LICENCE], next NO_TOKEN;

    1_003_025 = EXPRESS, "not a token error: the app's backend forbids publishing" | "与 Token 无关：后台禁止推流",
        causes [],
        check [Text("nobody has forbidden the stream through the Server API, and the stream id is not banned in the console",
                    "没有通过服务端 API 禁止推流，控制台也没有封禁该流 ID")],
        next NO_TOKEN;
    1_003_072 = EXPRESS, "publishing: the token is wrong or expired" | "推流：Token 错误或过期",
        causes [Expired PublishDenied WrongSecret UserIdMismatch], check [TIMES, RENEWAL, PUBLISHING, SECRET],
        undocumented VAGUE;
    1_004_003 = EXPRESS, "playing: the token is wrong or expired" | "拉流：Token 错误或过期",
        causes [Expired WrongSecret UserIdMismatch], check [TIMES, RENEWAL, SECRET, USER],
        undocumented VAGUE;
    1_017_009 = MUSIC, "not an error of the token itself: copyrighted music was initialised before loginRoom, while the \
                        project uses tokens" |
                       "Token 本身没有错：项目使用 Token 鉴权时，在 loginRoom 之前初始化了版权音乐",
        causes [],
        check [Text("the client calls loginRoom with a token first, and initialises copyrighted music after that",
                    "客户端先带 Token 调用 loginRoom，之后再初始化版权音乐")],
        next NO_TOKEN;
    1_019_006 = RANGE_SCENE, "the token was refused (in the Chinese documents; in the English ones 1019022)" |
                             "Token 被拒绝（见中文文档；英文文档中为 1019022）",
        causes [WrongSecret AppSign SecretQuoted AppIdMismatch UserIdMismatch Jwt HmacJson TransportDamage],
        check [SECRET, PROJECT, USER, GENERATOR], undocumented VAGUE;
    1_019_007 = RANGE_SCENE, "the token expired (in the Chinese documents; in the English ones 1019027)" |
                             "Token 过期（见中文文档；英文文档中为 1019027）",
        causes [Expired ExpireIsDuration Milliseconds], check [TIMES, RENEWAL];
    1_019_022 = RANGE_SCENE, "the token was refused (in the Chinese documents also 1019006)" |
                             "Token 被拒绝（中文文档中也作 1019006）",
        causes [WrongSecret AppSign SecretQuoted AppIdMismatch UserIdMismatch Jwt HmacJson TransportDamage],
        check [SECRET, PROJECT, USER, GENERATOR], undocumented VAGUE;
    1_019_027 = RANGE_SCENE, "the token expired (in the Chinese documents also 1019007)" |
                             "Token 过期（中文文档中也作 1019007）",
        causes [Expired ExpireIsDuration Milliseconds], check [TIMES, RENEWAL];

    1_102_016 = WEB, "the token's format is wrong" | "Token 格式错误",
        causes [Jwt HmacJson PlainJson TransportDamage Truncated Version KitToken ForeignLayout LittleEndian BodyNotJson
                DoublePadding MisplacedClaims ClaimNames MissingClaim],
        check [GENERATOR, UNCHANGED, CLIENT_TAKES], undocumented VAGUE;
    1_102_018 = WEB, "the token expired" | "Token 过期",
        causes [Expired ExpireIsDuration Milliseconds], check [TIMES, RENEWAL];
    1_102_020 = WEB, "the token was refused" | "Token 被拒绝",
        causes [WrongSecret AppSign SecretQuoted AppIdMismatch UserIdMismatch KeyHexDecoded KeyTruncated KeyHashed GcmWithoutMode
                GcmIvLength GcmSeparateTag],
        check [SECRET, PROJECT, USER, AUTHENTICATION_MODE, NOT_BOTH], undocumented VAGUE;
    1_103_019 = WEB, "publishing refused: the token in streamParams is wrong" | "推流被拒绝：streamParams 中的 Token 错误",
        causes [Expired PublishDenied WrongSecret StreamMismatch], check [STREAM_PARAMS, PUBLISHING, SECRET],
        undocumented VAGUE;
    1_104_046 = WEB, "playing refused: the token in streamParams is wrong" | "拉流被拒绝：streamParams 中的 Token 错误",
        causes [Expired WrongSecret StreamMismatch], check [STREAM_PARAMS, SECRET, USER], undocumented VAGUE;

    3_131_001 = SUPER_BOARD, "token or parameters were refused" | "Token 或参数被拒绝",
        causes [WrongSecret AppSign SecretQuoted AppIdMismatch UserIdMismatch Expired Jwt HmacJson],
        check [SECRET, PROJECT, USER, TIMES], undocumented VAGUE;
    3_131_003 = SUPER_BOARD, "AppID, AppSign or environment is wrong" | "AppID、AppSign 或环境错误",
        causes [AppIdMismatch], check [PROJECT, APP_SIGN, AUTHENTICATION_MODE];

    6_000_101 = ZIM, "token or AppID is wrong" | "Token 或 AppID 错误",
        causes [WrongSecret AppSign SecretQuoted AppIdMismatch KeyHexDecoded KeyTruncated KeyHashed GcmWithoutMode GcmIvLength
                GcmSeparateTag],
        check [PROJECT, SECRET, AUTHENTICATION_MODE], undocumented VAGUE;
    6_000_103 = ZIM, "the token is invalid" | "Token 无效",
        causes [TransportDamage Truncated Jwt HmacJson PlainJson KitToken ForeignLayout LittleEndian BodyNotJson
                DoublePadding MisplacedClaims ClaimNames MissingClaim],
        check [UNCHANGED, GENERATOR, CLIENT_TAKES], undocumented VAGUE;
    6_000_106 = ZIM, "the token expired" | "Token 过期",
        causes [Expired ExpireIsDuration Milliseconds ExpireMismatch LittleEndian], check [TIMES, RENEWAL];
    6_000_107 = ZIM, "the token's version" | "Token 版本错误",
        causes [Jwt HmacJson PlainJson Version], check [GENERATOR, UNCHANGED];
    6_000_108 = ZIM, "less than 30 seconds are left" | "剩余有效期不足 30 秒",
        causes [ExpiresSoon ExpireIsDuration], check [TIMES, RENEWAL];
    6_000_109 = ZIM, "the token is valid for more than 24 days" | "有效期超过 24 天",
        causes [TtlOver24Days Milliseconds], check [VALIDITY, TIMES];
    6_000_121 = ZIM, "not logged in; appears after the token expired and the connection was closed" |
                     "未登录；Token 过期、连接断开之后会出现",
        causes [Expired], check [LOGIN_FIRST, RENEWAL];

    100_000_004 = SERVER_API, "not a token error: the signature of the call expired" | "与 Token 无关：请求签名过期",
        causes [],
        check [Text("the Timestamp of the call is the current unix time in seconds, and the server's clock is right",
                    "请求的 Timestamp 是当前 Unix 时间（秒），并且服务端时钟准确")],
        next SIGNED;
    100_000_005 = SERVER_API, "not a token error: the signature of the call is wrong" | "与 Token 无关：请求签名错误",
        causes [],
        check [Text("the signature is made as the Server API's documentation says, from AppID, SignatureNonce, ServerSecret and \
                     Timestamp, with the ServerSecret and not the AppSign",
                    "按服务端 API 文档，由 AppID、SignatureNonce、ServerSecret 和 Timestamp 生成签名；用的是 ServerSecret，而不是 AppSign")],
        next SIGNED;
}
