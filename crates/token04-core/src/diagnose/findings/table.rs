//! The single list of findings: ids, severities, client codes and all texts, in both languages side by side.
//! The constants, the messages and the pages in `docs/` are generated from it.

use super::client_codes as codes;
use super::severity::Severity;
use super::show::{Bytes, Show, Span, Time, Voice};
use super::words::{
    Argument, Change, ExpireOf, ExposedIn, ForeignLayout, Hash, IdFault, Kind, KitFault, Number, Part,
    Renamed, ShapeFault, WrongType,
};
use crate::diagnose::check::Check;
use crate::diagnose::question::Language;

macro_rules! findings {
    ($(
        $id:ident = $name:literal, $check:ident, $severity:ident, $codes:expr,
        titled $title:literal | $title_zh:literal,
        means $means:literal | $means_zh:literal,
        looks $looks:literal | $looks_zh:literal,
        fix $fix:literal | $fix_zh:literal,
        says {$(
            $fact:ident { $($field:ident: $type:ty),* } $says:literal | $says_zh:literal
            $(, fix $own:literal | $own_zh:literal)?
            $(, codes $own_codes:expr)?;
        )+};
    )+) => {
        /// The kind of a finding. The names are API: they never change and are never reused.
        ///
        /// In the order of `docs/en/diagnose/by-finding.md`, which has a section for each kind.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum FindingId {
            $(#[doc = $means] $id,)+
        }

        impl FindingId {
            /// Every id, in order.
            pub const ALL: &'static [FindingId] = &[$(FindingId::$id,)+];

            /// The id's name, such as `key-hex-decoded`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(FindingId::$id => $name,)+ }
            }

            /// The check that finds it.
            #[must_use]
            pub const fn check(self) -> Check {
                match self { $(FindingId::$id => Check::$check,)+ }
            }

            /// The usual severity; a [`Finding`](crate::Finding) has the severity in its case.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(FindingId::$id => Severity::$severity,)+ }
            }

            /// The client error codes that it may show as; a [`Finding`](crate::Finding) has those of its
            /// case.
            #[must_use]
            pub const fn client_codes(self) -> &'static [u32] {
                match self { $(FindingId::$id => $codes,)+ }
            }

            /// The mistake in a few words, as part of a sentence.
            #[must_use]
            pub const fn title(self, lang: Language) -> &'static str {
                match (self, lang) {
                    $((FindingId::$id, Language::En) => $title, (FindingId::$id, Language::Zh) => $title_zh,)+
                }
            }

            /// What it means, in one or two sentences of Markdown.
            #[must_use]
            pub const fn meaning(self, lang: Language) -> &'static str {
                match (self, lang) {
                    $((FindingId::$id, Language::En) => $means, (FindingId::$id, Language::Zh) => $means_zh,)+
                }
            }

            /// How to recognise it, in one or two sentences of Markdown.
            #[must_use]
            pub const fn appearance(self, lang: Language) -> &'static str {
                match (self, lang) {
                    $((FindingId::$id, Language::En) => $looks, (FindingId::$id, Language::Zh) => $looks_zh,)+
                }
            }

            /// How to fix it in general; a [`Finding`](crate::Finding) has the fix for its case.
            #[must_use]
            pub const fn remedy(self, lang: Language) -> &'static str {
                match (self, lang) {
                    $((FindingId::$id, Language::En) => $fix, (FindingId::$id, Language::Zh) => $fix_zh,)+
                }
            }
        }

        /// A finding with the values of its case.
        pub(crate) enum Fact {
            $($($fact { $($field: $type),* },)+)+
        }

        impl Fact {
            pub fn id(&self) -> FindingId {
                match self { $($(Fact::$fact { .. } => FindingId::$id,)+)+ }
            }

            pub fn message(&self, voice: &Voice<'_>) -> String {
                match self {$($(
                    Fact::$fact { $($field),* } => {
                        $(let $field = $field.show(voice);)*
                        match voice.language {
                            Language::En => format!($says),
                            Language::Zh => format!($says_zh),
                        }
                    }
                )+)+}
            }

            #[allow(unused_variables, reason = "few fixes use the values of their case")]
            pub fn fix(&self, voice: &Voice<'_>) -> String {
                let own: Option<String> = match self {$($(
                    Fact::$fact { $($field),* } => {
                        $(let $field = $field.show(voice);)*
                        None::<String> $(.or_else(|| Some(match voice.language {
                            Language::En => format!($own),
                            Language::Zh => format!($own_zh),
                        })))?
                    }
                )+)+};
                own.unwrap_or_else(|| self.id().remedy(voice.language).to_owned())
            }

            /// The client codes of this case: those of its id, or a subset if the values decide.
            #[allow(unused_variables, reason = "few codes depend on the values of their case")]
            pub fn client_codes(&self) -> Vec<u32> {
                let own: Option<Vec<u32>> = match self {$($(
                    Fact::$fact { $($field),* } => None $(.or_else(|| Some($own_codes)))?,
                )+)+};
                own.unwrap_or_else(|| self.id().client_codes().to_vec())
            }
        }
    };
}

findings! {
    SecretExposed = "secret-exposed", Text, Error, &[],
    titled "the secret readable in the token" | "Token 中能直接读出密钥",
    means "The secret can be read in the token without any key. Whoever has seen the token can now make tokens for \
           every user." |
          "不需要任何密钥就能从 Token 中读出 ServerSecret。见过这个 Token 的人都可以为任意用户签发 Token。",
    looks "The secret appears in the text, in its decoded base64, or after the `#` of a kit token." |
          "密钥出现在 Token 文本中、base64 解码后的内容中，或 Kit Token 的 `#` 之后。",
    fix "replace the ServerSecret in the ZEGO console at once; after that use it only as the encryption key, on the \
          server, and never send it to a client" |
         "立即在 ZEGO 控制台更换 ServerSecret；之后只在服务端把它用作加密密钥，绝不要发给客户端",
    says {
        Exposed { place: ExposedIn }
            "the secret can be read in the token, {place}" | "从 Token 的{place}可以直接读出密钥";
    };

    Jwt = "jwt", Text, Error, codes::NO_TOKEN,
    titled "a JWT, such as a home-made HS256 token" | "误用 JWT，例如自制的 HS256 Token",
    means "This is a JSON Web Token, which ZEGO does not accept. A Token04 is a format of its own." |
          "这是 JSON Web Token，ZEGO 不接受。Token04 是另一种格式。",
    looks "The text begins with `eyJ` and contains two dots." |
          "文本以 `eyJ` 开头，中间有两个点。",
    fix "make the token on your server with a Token04 generator such as this library, from AppID and ServerSecret; a JWT \
          library cannot make one" |
         "在服务端用 Token04 生成器（例如本库），以 AppID 和 ServerSecret 生成 Token；JWT 库生成不了 Token04",
    says {
        IsJwt {}
            "this is a JWT, not a Token04: it begins with eyJ and contains two dots" |
            "这是 JWT，不是 Token04：以 eyJ 开头，中间有两个点";
    };

    HmacJson = "hmac-json", Text, Error, codes::NO_TOKEN,
    titled "readable JSON with a signature, often after a dot" | "带签名的明文 JSON，签名常在一个点之后",
    means "The token is readable JSON with a signature. A Token04 is not signed; its body is encrypted with the \
           ServerSecret." |
          "Token 是带签名的明文 JSON。Token04 没有签名，而是用 ServerSecret 加密正文。",
    looks "Once decoded, the base64 begins with `{`, and a signature follows the JSON or is part of it." |
          "base64 解码后以 `{` 开头，JSON 后面或里面带有签名。",
    fix "encrypt instead of signing: make the token with a Token04 generator such as this library, from AppID and \
          ServerSecret" |
         "应当加密，而不是签名：用 Token04 生成器（例如本库），以 AppID 和 ServerSecret 生成 Token",
    says {
        SignedJson {}
            "this is readable JSON with a signature, not a Token04, whose body is encrypted" |
            "这是带签名的明文 JSON，不是 Token04：Token04 的正文是加密的";
    };

    PlainJson = "plain-json", Text, Error, codes::NO_TOKEN,
    titled "readable JSON, not encrypted" | "明文 JSON，没有加密",
    means "The body is JSON, encoded in base64 at most, but not encrypted: everybody can read it and change it." |
          "正文是 JSON，最多做了 base64 编码，但没有加密：任何人都能读取和修改。",
    looks "The text is JSON, or its base64 decodes to JSON." |
          "文本本身就是 JSON，或 base64 解码后是 JSON。",
    fix "make the token with a Token04 generator such as this library, which encrypts the body with the ServerSecret; \
          base64 is not encryption" |
         "用 Token04 生成器（例如本库）生成 Token，由它用 ServerSecret 加密正文；base64 不是加密",
    says {
        UnencryptedJson {}
            "this is readable JSON, not a Token04: the body is not encrypted" |
            "这是明文 JSON，不是 Token04：正文没有加密";
    };

    Version = "version", Text, Error, codes::NO_TOKEN,
    titled "no 04 at the beginning" | "开头不是 04",
    means "The version at the beginning is missing or wrong. Every Token04 begins with the two characters `04`, followed by \
           base64." |
          "开头的版本号缺失或不对。Token04 总是以 `04` 这两个字符开头，后面才是 base64。",
    looks "The text does not begin with `04`, but the rest of it reads as a token." |
          "文本不以 `04` 开头，但其余部分可以按 Token 解析。",
    fix "put the two characters 04 in front of the base64, without encoding them" |
         "在 base64 前面直接加上 04 这两个字符，不要一起编码",
    says {
        NoPrefix {}
            "the 04 at the beginning is missing; the rest reads as a token" | "开头缺少 04；其余部分可以按 Token 解析";
        OtherPrefix { prefix: String }
            "the token begins with {prefix} instead of 04; the rest reads as a token" |
            "Token 以 {prefix} 开头，而不是 04；其余部分可以按 Token 解析",
            fix "replace {prefix} with 04; if it comes from a generator of another version, use a Token04 generator" |
                 "把 {prefix} 换成 04；如果它出自其他版本的生成器，请改用 Token04 生成器";
        EncodedPrefix {}
            "the 04 was encoded in base64 together with the token" | "04 与 Token 的内容一起做了 base64 编码",
            fix "encode the bytes alone in base64, then put the characters 04 in front" |
                 "只对二进制内容做 base64 编码，然后在前面加上 04";
        NoToken {}
            "this is not a Token04: it does not begin with 04, and its content does not read as a token" |
            "这不是 Token04：不以 04 开头，内容也无法按 Token 解析",
            fix "pass the token that your server made; if this is what it made, use a Token04 generator there" |
                 "请传入服务端生成的 Token；如果服务端给出的就是它，请在服务端改用 Token04 生成器";
    };

    TransportDamage = "transport-damage", Text, Error, codes::BROKEN,
    titled "a token changed on its way to the client" | "Token 在传递途中被改动",
    means "The token was fine when it was made, but its text was changed on the way to the client." |
          "Token 生成时没有问题，但在传到客户端的途中文本被改动了。",
    looks "It is in base64url, a `+` has become a space, or there are line breaks, percent-encoding, quotes or blanks. Once \
           that is undone, the token reads." |
          "变成了 base64url，`+` 变成了空格，或出现换行、百分号编码、引号、空白。还原之后就能解析。",
    fix "pass the token on exactly as it was made: as a JSON string, or in a URL with encodeURIComponent and decoded once; \
          do not wrap or re-encode it" |
         "原样传递 Token：放在 JSON 字符串里；放进 URL 时用 encodeURIComponent 编码并且只解码一次；不要折行，也不要重新编码",
    says {
        Changed { changes: Vec<Change> }
            "the token was changed on its way: {changes}" | "Token 在传递途中被改动：{changes}";
    };

    Truncated = "truncated", Text, Error, codes::BROKEN,
    titled "a token cut short, or with something appended" | "Token 被截断，或末尾多出内容",
    means "Part of the token is missing, or something was added at its end." |
          "Token 缺了一段，或末尾多出了内容。",
    looks "The lengths given in the token do not match the bytes that are there." |
          "Token 里记录的长度与实际字节数不符。",
    fix "pass on the whole token and nothing else: look for a database column, log line or buffer that is too short, or for \
          something appended to it" |
         "完整传递 Token，不多也不少：检查数据库字段、日志行或缓冲区是否过短，或是否在末尾拼接了其他内容",
    says {
        EmptyToken {}
            "the token is empty" | "Token 为空",
            fix "pass the token that your server made; check that the request for it succeeded" |
                 "传入服务端生成的 Token；检查获取 Token 的请求是否成功";
        CutShort { part: Part, stated: Bytes, left: Bytes }
            "the token is cut off in {part}: {stated} expected, {left} left" |
            "Token 的{part}不完整：应有 {stated}，只剩 {left}";
        CutPadding {}
            "the token is cut off at its end: one of two \"=\" is missing" | "Token 末尾被截断：两个“=”少了一个";
        CutByLog {}
            "the token is abbreviated: dots stand for a part of it" | "Token 不完整：中间一段被省略号代替";
        Appended { bytes: Bytes }
            "{bytes} too many at the end of the token" | "Token 末尾多出 {bytes}";
        AppendedText { characters: usize }
            "characters too many at the end of the token: {characters}" | "Token 末尾多出 {characters} 个字符";
        TooLongForLength { stated: usize, bytes: Bytes }
            "the ciphertext has {bytes}, but its length field says {stated}: 16 bits hold at most 65535" |
            "密文有 {bytes}，长度字段却写着 {stated}：16 位最多只能表示 65535",
            fix "make the payload shorter, for example with fewer streams: the body may have at most 65519 bytes" |
                 "缩短 payload（例如少列一些流 ID）：正文最多 65519 字节";
    };

    ForeignLayout = "foreign-layout", Layout, Error, codes::BROKEN,
    titled "another layout of the bytes" | "字节布局不同",
    means "The bytes are not laid out as in a Token04, which has a 64-bit expire, a 16-bit length and the IV, a 16-bit length \
           and the ciphertext, and in GCM a last byte 1." |
          "字节布局与 Token04 不同。Token04 依次是：64 位 expire、16 位长度与 IV、16 位长度与密文，GCM 最后还有一个字节 1。",
    looks "The lengths do not add up." |
          "各个长度加起来对不上。",
    fix "write expire in 8 bytes, the lengths of IV and ciphertext in 2 bytes each, all big-endian, and no other fields; or use \
          a Token04 generator such as this library" |
         "expire 写 8 字节，IV 和密文的长度各写 2 字节，都用大端序，不加其他字段；或直接使用 Token04 生成器（例如本库）",
    says {
        NoBase64 {}
            "what follows the 04 is not base64" | "04 后面的内容不是 base64",
            fix "pass the token that your server made; if this is what it made, use a Token04 generator there" |
                 "请传入服务端生成的 Token；如果服务端给出的就是它，请在服务端改用 Token04 生成器";
        UnknownLayout { bytes: Bytes }
            "the {bytes} of the token are not laid out as a Token04: the lengths do not add up" |
            "Token 的 {bytes}内容不是 Token04 的布局：长度对不上";
        KnownLayout { layout: ForeignLayout }
            "the bytes of the token are not laid out as a Token04: {layout}" | "Token 的字节布局不是 Token04：{layout}";
        OtherIvLength { bytes: Bytes }
            "the IV has {bytes}; it must have 16 in CBC and 12 in GCM" | "IV 有 {bytes}；CBC 应为 16 字节，GCM 应为 12 字节";
        ShortCiphertext { bytes: Bytes }
            "the ciphertext has only {bytes}" | "密文只有 {bytes}";
        OddCiphertext { bytes: Bytes }
            "the ciphertext has {bytes}, which is not a multiple of 16 as in CBC, and there is no mode byte 1 as in GCM" |
            "密文有 {bytes}，不是 16 的倍数，不符合 CBC；末尾又没有模式字节 1，不符合 GCM";
        GcmByteOnCbc {}
            "the mode byte says GCM, but the token is encrypted with CBC" | "模式字节表示 GCM，但 Token 是用 CBC 加密的",
            fix "leave out the mode byte in CBC, or encrypt with AES-256-GCM" |
                 "CBC 不要写模式字节，或改用 AES-256-GCM 加密";
    };

    LittleEndian = "little-endian", Layout, Error, codes::BROKEN,
    titled "little-endian numbers" | "数字用了小端字节序",
    means "Numbers in front of the IV or the ciphertext are little-endian. A Token04 is big-endian throughout (network byte \
           order)." |
          "expire 或长度字段用了小端序。Token04 一律使用大端序（网络字节序）。",
    looks "Only with the bytes swapped do the lengths add up, or is expire a plausible time." |
          "把字节顺序反过来，长度才对得上，或 expire 才是合理的时间。",
    fix "write these numbers big-endian: \">q\" and \">H\" with Python's struct, \"J\" and \"n\" with PHP's pack, writeBigInt64BE \
          and writeUInt16BE in Node.js" |
         "改用大端序写入：Python struct 用 \">q\" 和 \">H\"，PHP pack 用 \"J\" 和 \"n\"，Node.js 用 writeBigInt64BE 和 \
          writeUInt16BE",
    says {
        ReversedNumbers { numbers: Vec<Number> }
            "little-endian instead of big-endian: {numbers}" | "应为大端序，却写成了小端序：{numbers}";
    };

    KitToken = "kit-token", Text, Error, &[],
    titled "a kit token in place of a plain one" | "该用普通 Token 的地方用了 Kit Token",
    means "This is a kit token, which only UIKit for the web takes. Other products take the plain token." |
          "这是 Kit Token，只有 Web 端 UIKit 使用。其他产品使用普通 Token。",
    looks "The text contains a `#`." |
          "文本中有 `#`。",
    fix "pass only what is in front of the #" |
         "只传入 # 前面的部分",
    says {
        KitForPlain { profile: &'static str }
            "this is a kit token, but profile {profile} takes a plain token" |
            "这是 Kit Token，而 profile {profile} 需要普通 Token";
    };

    PlainToken = "plain-token", Text, Error, &[],
    titled "a plain token in place of a kit token" | "该用 Kit Token 的地方用了普通 Token",
    means "This is a plain token. UIKit for the web (profile `kit`) takes a kit token, which also names the room and the user. All \
           other UIKits, for mini-programs and apps, take the plain token (profile `call` for the call kits)." |
          "这是普通 Token。Web 端 UIKit（profile `kit`）需要 Kit Token，其中还要注明房间和用户。其他 UIKit（小程序、App）都使用普通 Token\
           （音视频通话 Kit 用 profile `call`）。",
    looks "The text contains no `#`." |
          "文本中没有 `#`。",
    fix "for UIKit on the web, make a kit token: with `token04 kit` or kit_token on the server, or with \
          ZegoUIKitPrebuilt.generateKitTokenForProduction on the client; for every other UIKit the plain token is right" |
         "Web 端 UIKit 需要改为生成 Kit Token：在服务端用 `token04 kit` 或 kit_token，或在客户端用 \
          ZegoUIKitPrebuilt.generateKitTokenForProduction；其他 UIKit 用普通 Token 就是对的",
    says {
        PlainForKit {}
            "this is a plain token, but UIKit for the web takes a kit token: there is no # with room and user after it" |
            "这是普通 Token，而 Web 端 UIKit 需要 Kit Token：缺少 # 及其后的房间和用户";
    };

    KitPart = "kit-part", Text, Error, &[],
    titled "a wrong part after the # of a kit token" | "Kit Token 中 # 之后的部分不对",
    means "What follows the `#` of a kit token is not what UIKit expects: base64 of JSON with `userID`, `roomID`, `userName` \
           (percent-encoded) and `appID` (a number), for the same user and app as the token." |
          "Kit Token 中 `#` 之后的部分不符合 UIKit 的要求：应为 base64 编码的 JSON，包含 `userID`、`roomID`、`userName`（百分号\
           编码）和 `appID`（数字），并且与 Token 的用户和 App 一致。",
    looks "It cannot be decoded, a key is missing or of a wrong type, the name is not encoded, or the ids differ from the \
           token's." |
          "无法解码，缺少某个键或类型不对，名字没有编码，或 ID 与 Token 不一致。",
    fix "have it written by this library (`token04 kit`, kit_token) or by UIKit: base64 of {\"userID\":…,\"roomID\":…,\
          \"userName\":encodeURIComponent(…),\"appID\":…}, with the ids of the token" |
         "由本库（`token04 kit`、kit_token）或 UIKit 生成：对 {\"userID\":…,\"roomID\":…,\"userName\":\
          encodeURIComponent(…),\"appID\":…} 做 base64 编码，其中的 ID 与 Token 一致",
    says {
        BadKitPart { faults: Vec<KitFault> }
            "what follows the # is not what UIKit expects: {faults}" | "# 之后的部分不符合 UIKit 的要求：{faults}";
    };

    GcmSeparateTag = "gcm-separate-tag", ModeAndKey, Error, codes::WRONG_KEY,
    titled "the GCM tag in a field of its own" | "GCM 认证标签单独占了一个字段",
    means "The authentication tag of AES-GCM is in a field of its own. In a Token04 it is the end of the ciphertext field." |
          "AES-GCM 的认证标签单独占了一个字段。在 Token04 中，它应位于密文字段的末尾。",
    looks "Next to the ciphertext there is another length, 16, with 16 bytes." |
          "密文旁边多出一个长度 16 和 16 个字节。",
    fix "append the tag to the ciphertext, and write one length for both" |
         "把认证标签接在密文后面，两者共用一个长度字段",
    says {
        SeparateTag {}
            "the GCM tag is in a field of its own, instead of at the end of the ciphertext" |
            "GCM 认证标签单独占了一个字段，而没有接在密文末尾";
    };

    GcmIvLength = "gcm-iv-length", ModeAndKey, Error, codes::WRONG_KEY,
    titled "GCM with an IV of another length" | "GCM 的 IV 长度不对",
    means "The body is encrypted with AES-GCM, but the IV does not have the 12 bytes that a Token04 has in GCM." |
          "正文用 AES-GCM 加密，但 IV 不是 Token04 在 GCM 下规定的 12 字节。",
    looks "The IV has 16 bytes as in CBC, while the token opens as GCM or its mode byte says GCM." |
          "IV 有 16 字节（与 CBC 相同），而 Token 按 GCM 可以解开，或模式字节表示 GCM。",
    fix "use 12 random bytes as the IV in GCM" |
         "GCM 模式下使用 12 个随机字节作为 IV",
    says {
        LongGcmIv { bytes: Bytes }
            "the token is in GCM, but its IV has {bytes} instead of 12" | "Token 使用 GCM，但 IV 是 {bytes}，应为 12 字节";
    };

    GcmWithoutMode = "gcm-without-mode", ModeAndKey, Error, codes::WRONG_KEY,
    titled "GCM without the mode byte" | "GCM 缺少模式字节",
    means "The body is encrypted with AES-GCM, but the byte 1 at the end, which says so, is missing. The token is therefore \
           read as CBC." |
          "正文用 AES-GCM 加密，但末尾缺少表示 GCM 的字节 1，因此会被当作 CBC 读取。",
    looks "The IV has 12 bytes, or the token opens as GCM, and no byte 1 follows the ciphertext." |
          "IV 是 12 字节，或按 GCM 可以解开，而密文后面没有字节 1。",
    fix "append one byte with the value 1 to the ciphertext, before encoding in base64" |
         "在密文之后追加一个值为 1 的字节，再做 base64 编码",
    says {
        OpensWithoutMode {}
            "the token is encrypted with GCM, but the mode byte 1 at its end is missing" |
            "Token 是用 GCM 加密的，但末尾缺少模式字节 1";
        LooksWithoutMode {}
            "by its IV of 12 bytes the token is in GCM, but the mode byte 1 at its end is missing" |
            "从 12 字节的 IV 看，Token 使用了 GCM，但末尾缺少模式字节 1";
    };

    AppSign = "app-sign", ModeAndKey, Error, codes::WRONG_KEY,
    titled "the AppSign used as ServerSecret" | "把 AppSign 当作 ServerSecret",
    means "The AppSign (64 hex characters, for clients) was used instead of the ServerSecret (32 characters, for servers)." |
          "该用 ServerSecret（32 个字符，供服务端使用）的地方用了 AppSign（64 个十六进制字符，供客户端使用）。",
    looks "The secret given has 64 hex characters; its first half, or the 32 bytes it stands for, may open the token." |
          "给出的密钥是 64 个十六进制字符；用它的前一半或它表示的 32 字节可能解开 Token。",
    fix "take the ServerSecret, which has 32 characters, from the project's page in the ZEGO console" |
         "改用 ServerSecret：它有 32 个字符，可在 ZEGO 控制台的项目页面找到",
    says {
        AppSignGiven {}
            "the secret given is the AppSign (64 hex characters); a token needs the ServerSecret (32 characters)" |
            "给出的密钥是 AppSign（64 个十六进制字符）；Token 需要 ServerSecret（32 个字符）";
        AppSignCut {}
            "the token was made with the first 32 characters of the AppSign; it needs the ServerSecret" |
            "Token 是用 AppSign 的前 32 个字符加密的；应当使用 ServerSecret";
        AppSignBytes {}
            "the token was made with the AppSign, decoded from hex to 32 bytes; it needs the ServerSecret" |
            "Token 是用 AppSign 按十六进制解码得到的 32 字节加密的；应当使用 ServerSecret";
    };

    SecretQuoted = "secret-quoted", ModeAndKey, Error, codes::WRONG_KEY,
    titled "quotes or blanks around the secret" | "密钥首尾带有引号或空白",
    means "Quotes or blanks around the ServerSecret, for example from a configuration file, were taken for a part of it." |
          "ServerSecret 首尾的引号或空白（例如来自配置文件）被当成了密钥的一部分。",
    looks "The secret given has quotes or blanks around it and opens the token without them, or a quote and the first 31 \
           characters of the secret open it." |
          "给出的密钥首尾有引号或空白，去掉之后可以解开 Token；或者用引号加密钥的前 31 个字符可以解开。",
    fix "remove the quotes, blanks and line ends around the secret where it is configured: it has 32 characters" |
         "在配置密钥的地方去掉首尾的引号、空白和换行：密钥是 32 个字符",
    says {
        QuotesAroundSecret {}
            "the secret given has quotes or blanks around it; without them it opens the token" |
            "给出的密钥首尾有引号或空白；去掉之后可以解开 Token";
        OpensQuoted {}
            "the key is a quote and the first 31 characters of the secret; it must be the 32 characters without quotes" |
            "密钥是引号加上 ServerSecret 的前 31 个字符；应为不带引号的 32 个字符";
    };

    KeyHexDecoded = "key-hex-decoded", ModeAndKey, Error, codes::WRONG_KEY,
    titled "the secret decoded from hex" | "密钥被按十六进制解码",
    means "The ServerSecret was taken for hex and decoded to 16 bytes. The key is its 32 characters as they are." |
          "ServerSecret 被当作十六进制解码成了 16 字节。正确的密钥就是这 32 个字符本身。",
    looks "The token opens with the hex-decoded secret." |
          "用十六进制解码后的密钥可以解开 Token。",
    fix "use AES-256 with the 32 characters of the ServerSecret as the key; do not decode them from hex" |
         "使用 AES-256，直接以 ServerSecret 的 32 个字符作为密钥，不要做十六进制解码",
    says {
        OpensHexDecoded {}
            "the key is the secret decoded from hex to 16 bytes; it must be the 32 characters themselves" |
            "密钥是把 ServerSecret 按十六进制解码得到的 16 字节；应为这 32 个字符本身";
    };

    KeyTruncated = "key-truncated", ModeAndKey, Error, codes::WRONG_KEY,
    titled "only the first 16 characters of the secret" | "只用了密钥的前 16 个字符",
    means "Only the first 16 characters of the ServerSecret were used as the key, with AES-128. The key is all 32." |
          "只用了 ServerSecret 的前 16 个字符作密钥，变成了 AES-128。正确的密钥是全部 32 个字符。",
    looks "The token opens with the first 16 characters of the secret." |
          "用密钥的前 16 个字符可以解开 Token。",
    fix "use AES-256 with all 32 characters of the ServerSecret as the key" |
         "使用 AES-256，以 ServerSecret 的全部 32 个字符作为密钥",
    says {
        OpensTruncated {}
            "the key is only the first 16 characters of the secret; it must be all 32" |
            "密钥只用了 ServerSecret 的前 16 个字符；应为全部 32 个字符";
    };

    KeyHashed = "key-hashed", ModeAndKey, Error, codes::WRONG_KEY,
    titled "a hash of the secret as the key" | "用密钥的哈希值作密钥",
    means "A hash of the ServerSecret was used as the key. The key is its 32 characters as they are." |
          "用 ServerSecret 的哈希值作了密钥。正确的密钥就是这 32 个字符本身。",
    looks "The token opens with SHA-256 or MD5 of the secret." |
          "用密钥的 SHA-256 或 MD5 可以解开 Token。",
    fix "use AES-256 with the 32 characters of the ServerSecret as the key; do not hash them" |
         "使用 AES-256，直接以 ServerSecret 的 32 个字符作为密钥，不要做哈希",
    says {
        OpensHashed { hash: Hash }
            "the key is {hash} of the secret; it must be the 32 characters themselves" |
            "密钥是 ServerSecret 的 {hash}；应为这 32 个字符本身";
    };

    WrongSecret = "wrong-secret", ModeAndKey, Error, codes::WRONG_KEY,
    titled "another project's or an old ServerSecret" | "用了其他项目的或旧的 ServerSecret",
    means "Nothing opens the token: it was made with another secret (another project's, or one that was replaced since), or it \
           was damaged. In CBC the two cannot be told apart." |
          "怎样都解不开 Token：生成时用了另一个密钥（别的项目的，或后来更换过），或者 Token 已经损坏。在 CBC 下这两种情况无法区分。",
    looks "Neither the secret nor anything people derive from it opens the token." |
          "密钥本身以及由它得到的各种常见变体都解不开 Token。",
    fix "compare AppID and ServerSecret on your server with those of the project in the ZEGO console; if they agree, make a new \
          token and pass it on unchanged" |
         "核对服务端的 AppID 和 ServerSecret 是否与 ZEGO 控制台中的项目一致；如果一致，请重新生成 Token 并原样传递",
    says {
        NothingOpens {}
            "the secret given does not open the token, and nothing derived from it does: the token was made with another \
             secret, or was damaged" |
            "给出的密钥及其各种变体都解不开 Token：它是用另一个密钥生成的，或者已经损坏";
        SecretLength { bytes: Bytes }
            "the secret given has {bytes} instead of 32, and does not open the token" |
            "给出的密钥是 {bytes}，应为 32 字节，而且解不开 Token",
            fix "copy the ServerSecret, which has 32 characters, from the project's page in the ZEGO console, whole and without \
                  quotes or blanks" |
                 "到 ZEGO 控制台的项目页面完整复制 ServerSecret：它有 32 个字符，不要带引号或空白";
        Damaged {}
            "the secret given is right, but the token was damaged: only part of it can be decrypted" |
            "给出的密钥正确，但 Token 已经损坏：只有一部分能解密",
            fix "make a new token and pass it on unchanged; if all tokens are like this, the IV in them is not the one they were \
                  encrypted with" |
                 "重新生成 Token 并原样传递；如果所有 Token 都这样，说明其中的 IV 不是加密时所用的 IV";
        TagMismatch {}
            "the secret given is right, but the GCM tag does not match: the token was changed, the tag is missing, or associated \
             data was used" |
            "给出的密钥正确，但 GCM 认证标签不匹配：Token 被改动、缺少标签，或使用了附加认证数据",
            fix "make a new token and pass it on unchanged; encrypt without associated data (AAD), and append the tag of 16 bytes" |
                 "重新生成 Token 并原样传递；加密时不要使用附加认证数据（AAD），并在密文后附上 16 字节的标签";
    };

    BodyNotJson = "body-not-json", Claims, Error, codes::BROKEN,
    titled "a body that is not JSON" | "正文不是 JSON",
    means "The token can be decrypted, but its body is not a JSON object in UTF-8." |
          "Token 可以解密，但正文不是 UTF-8 编码的 JSON 对象。",
    looks "The body cannot be parsed." |
          "正文无法解析。",
    fix "encrypt one JSON object with app_id, user_id, nonce, ctime, expire and payload, in UTF-8, written by a JSON library" |
         "加密的内容应当是一个由 JSON 库生成的 JSON 对象，UTF-8 编码，包含 app_id、user_id、nonce、ctime、expire 和 payload",
    says {
        EmptyBody {}
            "the body of the token is empty" | "Token 的正文为空";
        NoUtf8 {}
            "the body of the token is not UTF-8" | "Token 的正文不是 UTF-8 编码";
        NoJson { position: usize }
            "the body of the token is not JSON: it cannot be parsed at byte {position}" |
            "Token 的正文不是 JSON：从第 {position} 个字节起无法解析";
        NoObject { found: Kind }
            "the body of the token is {found}, not a JSON object" | "Token 的正文是{found}，而不是 JSON 对象";
        ByteOrderMark {}
            "the body of the token begins with a byte order mark" | "Token 的正文以字节顺序标记（BOM）开头";
        TwiceGiven { key: String }
            "the body of the token has {key} twice" | "Token 的正文中 {key} 出现了两次";
        OtherPadding {}
            "the body of the token is not padded with PKCS#7" | "Token 的正文没有按 PKCS#7 填充",
            fix "pad with PKCS#7, the default of most AES libraries, instead of zeros, spaces or nothing" |
                 "使用 PKCS#7 填充（多数 AES 库的默认方式），不要补零、补空格或不填充";
    };

    DoublePadding = "double-padding", Claims, Error, codes::BROKEN,
    titled "a body padded twice" | "正文被填充了两次",
    means "The body was padded twice: by hand, and again by the cipher. ZEGO's English browser tool does this." |
          "正文被填充了两次：手动填充一次，加密库又填充一次。ZEGO 英文文档中的浏览器工具就有这个问题。",
    looks "Padding bytes follow the JSON in the decrypted body." |
          "解密之后，JSON 后面还有填充字节。",
    fix "encrypt the JSON as it is; the AES library adds the PKCS#7 padding by itself" |
         "直接加密 JSON 即可；AES 库会自动添加 PKCS#7 填充",
    says {
        PadBytes { bytes: Bytes }
            "the body was padded twice: its JSON is followed by {bytes} of padding" | "正文被填充了两次：JSON 后面还有 {bytes}填充";
    };

    MisplacedClaims = "misplaced-claims", Claims, Error, codes::BROKEN,
    titled "room or rights outside the payload" | "房间或权限写在 payload 之外",
    means "Room, rights or streams are at the top level of the body, where they have no effect. They belong in the payload." |
          "房间、权限或流写在了正文顶层，不起作用。它们应当放进 payload。",
    looks "`room_id`, `privilege` or `stream_id_list` is next to `app_id`." |
          "`room_id`、`privilege` 或 `stream_id_list` 与 `app_id` 并列。",
    fix "put room_id, privilege and stream_id_list into one JSON object, and write that as a string into payload" |
         "把 room_id、privilege 和 stream_id_list 放进同一个 JSON 对象，转成字符串后写入 payload",
    says {
        Misplaced { keys: Vec<String> }
            "{keys} at the top level of the body has no effect; it belongs in the payload" |
            "{keys} 写在正文顶层不起作用，应当放进 payload";
    };

    ClaimNames = "claim-names", Claims, Error, codes::BROKEN,
    titled "claims under other names" | "字段名不对",
    means "Claims have the wrong names. In a Token04 they are `app_id`, `user_id`, `nonce`, `ctime`, `expire` and `payload`." |
          "字段名不对。Token04 的字段是 `app_id`、`user_id`、`nonce`、`ctime`、`expire` 和 `payload`。",
    looks "There are `iss`, `sub`, `exp`, `create_time`, `expire_time` or the like in place of these." |
          "用了 `iss`、`sub`、`exp`、`create_time`、`expire_time` 等名称代替它们。",
    fix "name the claims exactly app_id, user_id, nonce, ctime, expire and payload" |
         "字段名必须严格写作 app_id、user_id、nonce、ctime、expire、payload",
    says {
        OtherNames { names: Vec<Renamed> }
            "claims have the wrong names: {names}" | "字段名不对：{names}";
    };

    MissingClaim = "missing-claim", Claims, Error, codes::BROKEN,
    titled "a claim missing in the body" | "正文缺少字段",
    means "A claim is missing in the body. A missing `payload` is only a warning: UIKit's test tokens have none." |
          "正文缺少字段。只缺少 `payload` 时为警告：UIKit 的测试 Token 就没有它。",
    looks "One of `app_id`, `user_id`, `nonce`, `ctime`, `expire` is not there." |
          "缺少 `app_id`、`user_id`、`nonce`、`ctime`、`expire` 之一。",
    fix "write all of app_id, user_id, nonce, ctime, expire and payload into the body" |
         "正文要包含全部字段：app_id、user_id、nonce、ctime、expire 和 payload",
    says {
        MissingClaims { claims: Vec<&'static str> }
            "missing in the body: {claims}" | "正文缺少字段：{claims}";
        NoPayload {}
            "missing in the body: payload" | "正文缺少字段：payload",
            fix "write \"payload\":\"\" where nothing is to be limited" |
                 "不需要限制时也要写 \"payload\":\"\"";
    };

    ClaimType = "claim-type", Claims, Error, &[codes::TOKEN_APP_ID, codes::TOKEN_USER_ID, codes::TOKEN_NONCE, codes::TOKEN_TIME],
    titled "a claim of the wrong type" | "字段类型不对",
    means "A claim has the wrong type: `app_id`, `nonce`, `ctime` and `expire` are whole numbers, `user_id` is a string." |
          "字段类型不对：`app_id`、`nonce`、`ctime` 和 `expire` 是整数，`user_id` 是字符串。",
    looks "`\"app_id\":\"123\"`, `\"nonce\":\"abc\"`, `\"ctime\":1700000000.5`, or a number that is out of range." |
          "`\"app_id\":\"123\"`、`\"nonce\":\"abc\"`、`\"ctime\":1700000000.5`，或数字超出范围。",
    fix "write app_id, nonce, ctime and expire as whole numbers without quotes, and user_id as a string" |
         "app_id、nonce、ctime 和 expire 写成不带引号的整数，user_id 写成字符串",
    says {
        WrongTypes { claims: Vec<WrongType> }
            "wrong type in the body: {claims}" | "字段类型不对：{claims}",
            codes codes::of_types(claims);
    };

    SwappedArguments = "swapped-arguments", Claims, Error, &[],
    titled "arguments in the wrong order" | "参数放错了位置",
    means "Arguments were mixed up when the token was made or used: the secret was passed as the user id, the token as the room id, \
           or the like. A user id of 32 hex characters, which looks like a secret, is only a warning." |
          "生成或使用 Token 时参数放错了位置：例如把密钥当作用户 ID，或把 Token 当作房间 ID 传入。用户 ID 是 32 个十六进制字符、\
           看起来像密钥时，只给出警告。",
    looks "`user_id` is the secret, or looks like one; or the room id is a token." |
          "`user_id` 就是密钥，或看起来像密钥；或者房间 ID 是一个 Token。",
    fix "check the order of the arguments (app_id, user_id, secret, validity, payload) and make a new token" |
         "检查参数顺序（app_id、user_id、secret、有效期、payload），然后重新生成 Token",
    says {
        SecretAs { argument: Argument }
            "the secret was passed as {argument}" | "密钥被当作 {argument} 传入";
        TokenAsRoom {}
            "a token was passed as the room id" | "Token 被当作房间 ID 传入",
            fix "pass the room id first and the token second: loginRoom(roomID, token, user)" |
                 "先传房间 ID，再传 Token：loginRoom(roomID, token, user)";
        UserIdAsKey {}
            "user_id and secret were swapped: the token opens with the user id as its key" |
            "user_id 和 secret 的位置颠倒了：用用户 ID 作密钥可以解开 Token";
        HexUserId {}
            "user_id has 32 hex characters like a ServerSecret; make sure that it is none" |
            "user_id 是 32 个十六进制字符，形式与 ServerSecret 相同，请确认它不是密钥",
            fix "if your user ids look like this, ignore it; otherwise check the order of the arguments (app_id, user_id, secret, \
                  validity, payload)" |
                 "如果用户 ID 本来就是这种形式，可以忽略；否则请检查参数顺序（app_id、user_id、secret、有效期、payload）";
    };

    PayloadObject = "payload-object", Payload, Error, codes::PAYLOAD,
    titled "the payload as an object instead of a string" | "payload 是对象，而不是字符串",
    means "The payload is a JSON object in the body. It must be a string that contains JSON." |
          "payload 直接写成了 JSON 对象。它必须是字符串，内容才是 JSON。",
    looks "`\"payload\":{\"room_id\":…}` instead of `\"payload\":\"{\\\"room_id\\\":…}\"`." |
          "写成了 `\"payload\":{\"room_id\":…}`，应为 `\"payload\":\"{\\\"room_id\\\":…}\"`。",
    fix "turn the payload into a string first (JSON.stringify, json.dumps, json_encode), then put that into the body" |
         "先把 payload 转成字符串（JSON.stringify、json.dumps、json_encode），再放进正文",
    says {
        NoText { found: Kind }
            "payload is {found}; it must be a string" | "payload 是{found}，应为字符串";
    };

    PayloadDoubleEncoded = "payload-double-encoded", Payload, Error, codes::PAYLOAD,
    titled "the payload encoded twice" | "payload 做了两次 JSON 编码",
    means "The payload was encoded as JSON twice: inside its JSON string there is JSON text again." |
          "payload 做了两次 JSON 编码：解析一次之后，得到的仍是 JSON 文本。",
    looks "Parsing the payload gives a string; only parsing that string gives the object." |
          "payload 解析一次得到字符串，再解析一次才得到对象。",
    fix "encode the payload once, and pass that JSON text to the generator as it is" |
         "payload 只做一次 JSON 编码，把得到的文本原样传给生成器",
    says {
        EncodedTwice {}
            "payload is encoded as JSON twice" | "payload 做了两次 JSON 编码";
    };

    PayloadNotJson = "payload-not-json", Payload, Error, codes::PAYLOAD,
    titled "a payload that is not JSON" | "payload 不是 JSON",
    means "The payload is neither empty nor JSON; it may be a bare room id." |
          "payload 既不为空，也不是 JSON，例如只写了一个房间 ID。",
    looks "The payload cannot be parsed." |
          "payload 无法解析。",
    fix "leave the payload empty, or write {\"room_id\":\"…\",\"privilege\":{\"1\":1,\"2\":1},\"stream_id_list\":null}" |
         "payload 留空，或写成 {\"room_id\":\"…\",\"privilege\":{\"1\":1,\"2\":1},\"stream_id_list\":null}",
    says {
        NoJsonPayload { payload: String }
            "payload is neither empty nor JSON: {payload}" | "payload 既不为空，也不是 JSON：{payload}";
    };

    PayloadShape = "payload-shape", Payload, Error, codes::PAYLOAD,
    titled "a payload in another form" | "payload 格式不对",
    means "The payload is JSON, but not in the form of a privilege token: `room_id`, `privilege`, `stream_id_list`. A missing \
           right, an empty `room_id` and an empty list are only warnings. The form of the licensed-film player, `room_id` and \
           `video_id`, is valid too." |
          "payload 是 JSON，但不是权限 Token 的格式：`room_id`、`privilege`、`stream_id_list`。缺少某项权限、`room_id` 为空、流列表为空\
           只是警告。影视资源 Token 的格式 `room_id`、`video_id` 同样有效。",
    looks "Keys are missing or misspelt, or values have the wrong type." |
          "缺少键或键名写错，或值的类型不对。",
    fix "write {\"room_id\":\"…\",\"privilege\":{\"1\":1,\"2\":1},\"stream_id_list\":null}: each right with 1 or 0, and null for any \
          stream" |
         "写成 {\"room_id\":\"…\",\"privilege\":{\"1\":1,\"2\":1},\"stream_id_list\":null}：两项权限都写 1 或 0，不限制流时写 null",
    says {
        OtherShape { faults: Vec<ShapeFault> }
            "payload is not in the privilege form: {faults}" | "payload 不符合权限格式：{faults}";
        DoubtfulShape { faults: Vec<ShapeFault> }
            "payload does not make clear what it allows: {faults}" | "payload 没有写清楚允许什么：{faults}";
    };

    PayloadInZim = "payload-in-zim", Payload, Warning, &[],
    titled "a payload, which ZIM does not use" | "为 ZIM 的 Token 写了 payload",
    means "ZIM does not use a payload. A call kit (profile `call`) logs in to Express and to ZIM with the same token." |
          "ZIM 不使用 payload。音视频通话 Kit（profile `call`）用同一个 Token 登录 Express 和 ZIM。",
    looks "The product is ZIM or a call kit, and the payload is not empty." |
          "产品是 ZIM 或音视频通话 Kit，而 payload 不为空。",
    fix "make tokens for ZIM with an empty payload" |
         "为 ZIM 生成 Token 时，payload 留空",
    says {
        NeedlessPayload { bytes: Bytes }
            "the token has a payload ({bytes}), which ZIM does not use" | "Token 带有 payload（{bytes}），ZIM 不使用它";
        PayloadForBoth { bytes: Bytes }
            "the token has a payload ({bytes}): Express uses it, but ZIM, which gets the same token, does not" |
            "Token 带有 payload（{bytes}）：Express 使用它，而用同一个 Token 登录的 ZIM 不使用",
            fix "leave the payload empty if the call kit is used with invitations, which log in to ZIM" |
                 "如果音视频通话 Kit 使用呼叫邀请（需要登录 ZIM），payload 应当留空";
    };

    ExpireIsDuration = "expire-is-duration", Times, Error, codes::WRONG_TIME,
    titled "a duration in expire instead of a time" | "expire 写成了时长",
    means "`expire` is how long the token is valid, instead of the time at which it expires." |
          "`expire` 写成了有效期，而不是到期时刻。",
    looks "`expire` is a small number such as 3600." |
          "`expire` 是 3600 这样的小数字。",
    fix "add the current unix time: expire = ctime + 3600" |
         "加上当前的 Unix 时间：expire = ctime + 3600",
    says {
        IsDuration { place: ExpireOf, expire: i64 }
            "{place} is {expire}, which is a duration, not a time" | "{place} 是 {expire}，这是时长，而不是时刻";
    };

    Milliseconds = "milliseconds", Times, Error, codes::WRONG_TIME,
    titled "milliseconds instead of seconds" | "时间用了毫秒",
    means "Times are in milliseconds. A Token04 uses seconds since 1970." |
          "时间的单位是毫秒。Token04 使用 1970 年以来的秒数（Unix 时间戳）。",
    looks "`ctime` or `expire` has 13 digits." |
          "`ctime` 或 `expire` 有 13 位数字。",
    fix "divide by 1000 and round down: Math.floor(Date.now() / 1000) in JavaScript" |
         "除以 1000 并向下取整：JavaScript 中用 Math.floor(Date.now() / 1000)",
    says {
        InMilliseconds { claim: &'static str, value: i64 }
            "{claim} is {value}, in milliseconds instead of seconds" | "{claim} 是 {value}，单位是毫秒，应为秒";
    };

    ExpireMismatch = "expire-mismatch", Times, Error, codes::WRONG_TIME,
    titled "two different expiries in the token" | "Token 里有两个不同的过期时间",
    means "The token has two different expiries: a readable one at its beginning, and one in the encrypted body." |
          "Token 里有两个不同的过期时间：开头可直接读取的一个，和加密正文里的一个。",
    looks "The two values of `expire` differ." |
          "两处 `expire` 的值不同。",
    fix "compute expire once, and write the same number in both places" |
         "只计算一次 expire，两处写入同一个数字",
    says {
        TwoExpiries { envelope: Time, body: Time }
            "the readable expire is {envelope}, the one in the body {body}" |
            "开头的 expire 是 {envelope}，正文里的是 {body}";
    };

    Expired = "expired", Times, Error, &[codes::TOKEN_TIME, codes::WEB_EXPIRED, codes::ZIM_EXPIRED],
    titled "an expired token" | "Token 已过期",
    means "The token is no longer valid." |
          "Token 已过有效期。",
    looks "`expire` is not later than the current time." |
          "`expire` 不晚于当前时间。",
    fix "get a new token from your server and pass it to the SDK (renewToken); if this one is new, check the clocks and the \
          validity" |
         "从服务端获取新的 Token 并交给 SDK（renewToken）；如果它是刚生成的，请检查时钟和有效期",
    says {
        HasExpired { expire: Time }
            "the token expired at {expire}" | "Token 已过期：{expire}";
    };

    ExpiresSoon = "expires-soon", Times, Warning, &[codes::ZIM_EXPIRES_SOON],
    titled "less than 30 seconds left" | "剩余有效期不足 30 秒",
    means "Less than 30 seconds are left. ZIM refuses such a token, and the other SDKs ask for a new one." |
          "有效期剩余不足 30 秒。ZIM 会拒绝这样的 Token，其他 SDK 会提示更换。",
    looks "`expire` is less than 30 seconds away." |
          "距离 `expire` 不足 30 秒。",
    fix "get a new token now, and choose a validity of hours or days" |
         "立即获取新的 Token，并把有效期设为数小时或数天",
    says {
        EndsSoon { expire: Time }
            "the token expires soon: {expire}" | "Token 即将过期：{expire}";
    };

    TtlOver24Days = "ttl-over-24-days", Times, Warning, &[codes::ZIM_VALIDITY],
    titled "a validity of more than 24 days" | "有效期超过 24 天",
    means "The token is valid for more than 24 days (2,073,600 s). ZIM refuses such a token, and so do UIKit and the call \
           kits, which use ZIM: there it is an error." |
          "有效期超过 24 天（2073600 秒）。ZIM 会拒绝这样的 Token，使用 ZIM 的 UIKit 和音视频通话 Kit 也一样：对这些产品是错误。",
    looks "`expire` is more than 24 days after `ctime`, or after now." |
          "`expire` 比 `ctime` 或当前时间晚 24 天以上。",
    fix "choose a validity of at most 24 days (2073600 s), and renew the token while the app runs" |
         "有效期不要超过 24 天（2073600 秒），并在应用运行期间更新 Token",
    says {
        LongValidity { validity: Span, seconds: u64 }
            "the token is valid for {seconds} s ({validity}); the limit is 2073600 s (24 d)" |
            "Token 的有效期为 {seconds} 秒（{validity}），上限是 2073600 秒（24 天）";
    };

    ClockSkew = "clock-skew", Times, Warning, &[],
    titled "a server clock that is fast" | "服务端时钟偏快",
    means "The token was made in the future: the clock of the server that made it is fast." |
          "Token 的生成时间在未来：生成它的服务器时钟偏快。",
    looks "`ctime` is more than a second later than the current time." |
          "`ctime` 比当前时间晚 1 秒以上。",
    fix "synchronise the clock of the server that makes the tokens (NTP)" |
         "同步生成 Token 的服务器的时钟（NTP）",
    says {
        MadeInFuture { ctime: Time }
            "ctime is in the future: {ctime}" | "ctime 在未来：{ctime}";
    };

    AppIdMismatch = "app-id-mismatch", AppAndUser, Error, &[codes::TOKEN_APP_ID, codes::ZIM_TOKEN_OR_APP_ID],
    titled "a token for another AppID" | "Token 属于其他 AppID",
    means "The token was made for another app." |
          "Token 是为另一个 App 生成的。",
    looks "`app_id` is not the expected one." |
          "`app_id` 与预期不同。",
    fix "use the same AppID on the server and in the client, with that project's ServerSecret" |
         "服务端和客户端使用同一个 AppID，并使用该项目的 ServerSecret",
    says {
        OtherApp { token: u32, expected: u32 }
            "the token is for app_id {token}, expected is {expected}" | "Token 的 app_id 是 {token}，预期是 {expected}";
    };

    UserIdMismatch = "user-id-mismatch", AppAndUser, Error, &[codes::TOKEN_USER_ID],
    titled "a token for another user id" | "Token 属于其他用户 ID",
    means "The token was made for another user than the one who logs in." |
          "Token 是为另一个用户生成的，而不是当前登录的用户。",
    looks "`user_id` is not exactly the expected one; upper and lower case count." |
          "`user_id` 与预期不完全相同（区分大小写）。",
    fix "make the token for exactly the user id with which the client logs in" |
         "生成 Token 时使用的用户 ID 必须与客户端登录时完全相同",
    says {
        OtherUser { token: String, expected: String }
            "the token is for user_id {token}, expected is {expected}" | "Token 的 user_id 是 {token}，预期是 {expected}";
    };

    RoomMismatch = "room-mismatch", RoomAndRights, Error, &[codes::LOGIN_REFUSED],
    titled "a token for another room" | "Token 属于其他房间",
    means "The token is limited to another room." |
          "Token 只能用于另一个房间。",
    looks "`room_id` in the payload is not the expected one." |
          "payload 中的 `room_id` 与预期不同。",
    fix "make a token for this room, or one with an empty payload, which is valid for every room" |
         "为这个房间生成 Token，或生成 payload 为空的 Token（可用于所有房间）",
    says {
        OtherRoom { token: String, expected: String }
            "the token is for room_id {token}, expected is {expected}" | "Token 的 room_id 是 {token}，预期是 {expected}";
    };

    LoginDenied = "login-denied", RoomAndRights, Error, &[codes::LOGIN_REFUSED],
    titled "privileges that forbid the login" | "权限禁止登录房间",
    means "The privileges in the token do not allow logging in to the room." |
          "Token 的权限不允许登录房间。",
    looks "`privilege` has `\"1\":0`, or no key `\"1\"`." |
          "`privilege` 中是 `\"1\":0`，或没有键 `\"1\"`。",
    fix "make a token with \"1\":1 in privilege" |
         "生成 Token 时在 privilege 中写 \"1\":1",
    says {
        NoLogin {}
            "the privileges in the token forbid logging in to the room" | "Token 的权限禁止登录房间";
        UnsaidLogin {}
            "the privileges in the token do not allow logging in to the room: they have no key \"1\"" |
            "Token 的权限没有允许登录房间：缺少键 \"1\"";
    };

    PublishDenied = "publish-denied", RoomAndRights, Error, &[codes::PUBLISHING_FORBIDDEN, codes::PUBLISHING_REFUSED],
    titled "privileges that forbid publishing" | "权限禁止推流",
    means "The privileges in the token do not allow publishing a stream." |
          "Token 的权限不允许推流。",
    looks "`privilege` has `\"2\":0`, or no key `\"2\"`." |
          "`privilege` 中是 `\"2\":0`，或没有键 `\"2\"`。",
    fix "make a token with \"2\":1 in privilege for users who may publish" |
         "为允许推流的用户生成 Token 时，在 privilege 中写 \"2\":1",
    says {
        NoPublish {}
            "the privileges in the token forbid publishing" | "Token 的权限禁止推流";
        UnsaidPublish {}
            "the privileges in the token do not allow publishing: they have no key \"2\"" |
            "Token 的权限没有允许推流：缺少键 \"2\"";
    };

    StreamMismatch = "stream-mismatch", RoomAndRights, Error, &[codes::LOGIN_REFUSED],
    titled "a token for other streams" | "Token 只能用于其他流",
    means "The token is limited to other streams." |
          "Token 只能用于另外的流。",
    looks "`stream_id_list` in the payload does not contain the expected stream." |
          "payload 中的 `stream_id_list` 不含预期的流。",
    fix "add the stream to stream_id_list, or write null there for any stream" |
         "把该流加入 stream_id_list，或写 null 表示不限制",
    says {
        OtherStreams { allowed: Vec<String>, expected: String }
            "the token is for the streams {allowed}, expected is {expected}" | "Token 只允许流 {allowed}，预期是 {expected}";
    };

    UserIdLimit = "user-id-limit", ProductLimits, Error, &[codes::USER_ID_TOO_LONG, codes::USER_ID_CHARACTER],
    titled "a user id outside the product's limits" | "用户 ID 超出产品限制",
    means "The user id is empty, too long for the product, or has characters that the product refuses. An empty \
           one is always an error. Without a profile, apart from that only a length over 64 bytes is reported, as a warning. With profile `kit`, what only ZIM refuses (more than 32 bytes, \
           or its characters) is a warning, because the kit uses ZIM only for its invitations." |
          "用户 ID 为空、超过产品允许的长度，或含有产品不接受的字符。空的用户 ID 总是错误。没有指定 profile 时，\
           除此之外只对超过 64 字节的长度给出警告。profile 为 `kit` 时，只有 ZIM 不接受的（超过 32 字节，或字符不符）是警告，因为 Kit 只在呼叫邀请中使用 ZIM。",
    looks "It is empty, has more than 64 bytes (rtc, kit) or 32 (zim, call), or characters other than ASCII letters, digits and \
           some punctuation." |
          "为空，超过 64 字节（rtc、kit）或 32 字节（zim、call），或含有 ASCII 字母、数字和部分标点以外的字符。",
    fix "use user ids of at most 32 ASCII letters, digits, - and _, which every product takes" |
         "用户 ID 使用不超过 32 个 ASCII 字母、数字、- 和 _，所有产品都接受",
    says {
        UserIdOutside { user_id: String, faults: Vec<IdFault> }
            "user_id {user_id} {faults}" | "user_id {user_id} {faults}",
            codes codes::of_user_id(faults);
    };

    RoomIdLimit = "room-id-limit", ProductLimits, Error, &[codes::ROOM_ID_TOO_LONG, codes::ROOM_ID_CHARACTER, codes::ROOM_ID_EMPTY],
    titled "a room id outside the product's limits" | "房间 ID 超出产品限制",
    means "The room id is empty, too long, or has characters that the product refuses. Without a profile only an empty id or one \
           over 128 bytes is reported, as a warning." |
          "房间 ID 为空、过长，或含有产品不接受的字符。没有指定 profile 时，只对空的或超过 128 字节的房间 ID 给出警告。",
    looks "It is empty, has more than 128 bytes, or characters other than ASCII letters, digits and some punctuation." |
          "为空，超过 128 字节，或含有 ASCII 字母、数字和部分标点以外的字符。",
    fix "use room ids of at most 128 ASCII letters, digits, - and _" |
         "房间 ID 使用不超过 128 个 ASCII 字母、数字、- 和 _",
    says {
        RoomIdOutside { room_id: String, faults: Vec<IdFault> }
            "room_id {room_id} {faults}" | "room_id {room_id} {faults}",
            codes codes::of_room_id(faults);
    };

    UnauthenticatedCbc = "unauthenticated-cbc", ModeAndKey, Note, &[],
    titled "mode CBC, which proves nothing" | "CBC 模式，无法证明未被改动",
    means "In CBC a token does not prove that nobody has changed it. ZEGO accepts both modes; GCM detects every change." |
          "CBC 模式下，Token 无法证明自己没有被改动过。ZEGO 两种模式都接受；GCM 能发现任何改动。",
    looks "The token ends with its ciphertext, or with a mode byte 0." |
          "Token 以密文结尾，或以模式字节 0 结尾。",
    fix "nothing needs to be done; if you verify tokens yourself, make them in mode gcm" |
         "无需处理；如果要自己校验 Token，请用 gcm 模式生成",
    says {
        IsCbc {}
            "the token is in mode CBC, which does not prove that nobody has changed it" |
            "Token 使用 CBC 模式，无法证明没有被改动过";
    };
}
