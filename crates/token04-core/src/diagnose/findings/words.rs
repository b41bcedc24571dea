//! The words used in messages, in both languages side by side.

use super::show::{Bytes, Digits, Show, Voice};
use crate::diagnose::question::Language;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident {
        $($word:ident $({ $($field:ident: $type:ty),+ })? $english:literal | $chinese:literal;)+
    })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub(crate) enum $name { $($word $({ $($field: $type),+ })?,)+ }

        impl Show for $name {
            const SEPARATORS: [&'static str; 2] = ["; ", "；"];

            fn show(&self, voice: &Voice<'_>) -> String {
                match self {$(
                    Self::$word $({ $($field),+ })? => {
                        $($(let $field = $field.show(voice);)+)?
                        match voice.language {
                            Language::En => format!($english),
                            Language::Zh => format!($chinese),
                        }
                    }
                )+}
            }
        }
    )+};
}

words! {
    /// A change to a token's text in transit.
    Change {
        Blanks "blanks around it" | "首尾多了空白";
        Quotes "quotes around it" | "首尾多了引号";
        TextAround "other text around it" | "前后混入了其他文字";
        Percent "percent-encoding" | "做了百分号编码（URL 编码）";
        Escapes "JSON escapes" | "残留 JSON 转义符";
        LineBreaks "line breaks in it" | "中间多了换行";
        BlanksInside "blanks in it" | "中间多了空白";
        SpacesForPlus "\"+\" turned into a space" | "“+”变成了空格";
        Base64Url "base64url instead of standard base64" | "标准 base64 变成了 base64url";
        Twice "base64 on top of base64" | "又做了一次 base64 编码";
        Hexadecimal "hex instead of base64" | "用十六进制代替了 base64";
        Inserted { character: String } "an extra character {character}" | "多了字符 {character}";
        Replaced { character: String, position: usize }
            "character {position} is {character}, which base64 does not have" |
            "第 {position} 个字符 {character} 不是 base64 字符";
        PaddingLost "the \"=\" at its end is missing" | "末尾的“=”丢失";
        LastCharacter "its last character is not as written" | "最后一个字符被改动";
    }

    /// A part of the envelope.
    Part {
        Head "its head" | "头部";
        Iv "its IV" | " IV ";
        Ciphertext "its ciphertext" | "密文";
    }

    /// A number of the envelope.
    Number {
        Expire "expire" | "expire";
        IvLength "the length of the IV" | "IV 的长度";
        CiphertextLength "the length of the ciphertext" | "密文的长度";
    }

    /// A layout that is not Token04's.
    ForeignLayout {
        Expire32 "expire has 32 bits instead of 64" | "expire 是 32 位，应为 64 位";
        NoExpire "there is no expire in front of the IV" | "IV 前面没有 expire";
        Lengths32 "the lengths have 32 bits instead of 16" | "长度字段是 32 位，应为 16 位";
        NoLengths "the lengths of IV and ciphertext are missing" | "缺少 IV 和密文的长度";
        FieldBeforeIv { bytes: Bytes } "an extra field ({bytes}) in front of the IV" | "IV 前面多了一个字段（{bytes}）";
        FieldAfterIv { bytes: Bytes }
            "an extra field ({bytes}) between IV and ciphertext" | "IV 和密文之间多了一个字段（{bytes}）";
        FieldAfterCiphertext { bytes: Bytes }
            "an extra field ({bytes}) after the ciphertext" | "密文后面多了一个字段（{bytes}）";
        CiphertextFirst "the ciphertext comes before the IV" | "密文排在了 IV 前面";
    }

    /// The place of an expiry.
    ExpireOf {
        Envelope "the readable expire" | "开头的 expire";
        Body "expire in the body" | "正文里的 expire";
        Both "expire" | "expire";
    }

    /// A hash used to make a key.
    Hash {
        Sha256 "SHA-256" | "SHA-256";
        Md5 "MD5 (16 bytes)" | "MD5（16 字节）";
        Md5Hex "MD5 (32 hex characters)" | "MD5（32 个十六进制字符）";
    }

    /// The kind of a JSON value.
    Kind {
        Null "null" | " null";
        Boolean "true or false" | "布尔值";
        Integer "a number" | "数字";
        OutOfRange { number: Digits } "{number} (out of range)" | " {number}（超出范围）";
        NoInteger "a number with a fraction" | "小数";
        Text "a string" | "字符串";
        EmptyText "an empty string" | "空字符串";
        List "a list" | "数组";
        Object "an object" | "对象";
    }

    /// The expected kind of value.
    Due {
        AppId "a whole number from 1 to 4294967295" | " 1 到 4294967295 的整数";
        Integer "a whole number" | "整数";
        Text "a string" | "字符串";
    }

    /// A claim with the wrong type.
    WrongType {
        Of { claim: &'static str, found: Kind, due: Due }
            "{claim} is {found}, must be {due}" | "{claim} 是{found}，应为{due}";
    }

    /// A claim under another name.
    Renamed {
        For { given: String, meant: &'static str } "{given} instead of {meant}" | "{given} 应为 {meant}";
    }

    /// What is wrong with a privilege payload.
    ShapeFault {
        NoObject { found: Kind } "it is {found}, must be an object" | "它是{found}，应为对象";
        DuplicateKey "a key is given twice" | "有重复的键";
        OtherKey { given: String, meant: &'static str } "{given} instead of {meant}" | "{given} 应为 {meant}";
        Missing { key: &'static str } "{key} is missing" | "缺少 {key}";
        Type { key: &'static str, found: Kind } "{key} is {found}" | "{key} 是{found}";
        Right { key: String, found: Kind } "right {key} is {found}, must be 1 or 0" | "权限 {key} 是{found}，应为 1 或 0";
        StreamType { found: Kind } "stream_id_list contains {found}" | "stream_id_list 中有{found}";
        MissingRight { key: &'static str, right: Right }
            "key \"{key}\" ({right}) is missing in privilege" | "privilege 缺少键“{key}”（{right}）";
        EmptyRoom "room_id is empty" | "room_id 为空";
        EmptyStreams "stream_id_list is [], which may mean any stream or none" |
            "stream_id_list 是 []，可能表示不限制，也可能表示全部禁止";
    }

    /// A right in a privilege payload.
    Right {
        Login "log in" | "登录房间";
        Publish "publish" | "推流";
    }

    /// What is wrong with an id.
    IdFault {
        Empty "is empty" | "为空";
        TooLong { bytes: Bytes, limit: usize } "has {bytes}, the limit is {limit}" | "有 {bytes}，上限是 {limit} 字节";
        Character { character: String } "has the character {character}, which is not allowed" | "含有不允许的字符 {character}";
    }

    /// What is wrong with the part of a kit token after the `#`.
    KitFault {
        Nothing "it is empty" | "内容为空";
        NoBase64 "it is not base64 with padding" | "不是带填充的标准 base64";
        NoJson "it is not a JSON object" | "不是 JSON 对象";
        RawText "it has raw non-ASCII characters, which UIKit garbles" | "含有未编码的非 ASCII 字符，UIKit 读出来是乱码";
        DuplicateKey "a key is given twice" | "有重复的键";
        Missing { key: &'static str } "{key} is missing" | "缺少 {key}";
        Type { key: &'static str, found: Kind } "{key} is {found}" | "{key} 是{found}";
        Name { name: String } "userName {name} is not percent-encoded" | "userName {name} 没有做百分号编码";
        UserId { here: String, token: String }
            "userID is {here}, but the token is for {token}" | "userID 是 {here}，而 Token 的用户是 {token}";
        AppId { here: u32, token: u32 }
            "appID is {here}, but the token is for {token}" | "appID 是 {here}，而 Token 的 App 是 {token}";
        RoomId { here: String, token: String }
            "roomID is {here}, but the token is for room {token}" | "roomID 是 {here}，而 Token 的房间是 {token}";
    }

    /// Where the secret was found.
    ExposedIn {
        Text "in its text" | "文本中";
        Base64 "in its decoded base64" | " base64 内容中";
        KitPart "after its #" | " # 之后的部分";
    }

    /// An argument that holds another argument's value.
    Argument {
        UserId "user_id" | "user_id";
        Payload "payload" | "payload";
    }
}
