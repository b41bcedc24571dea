// Generated from lib/*.ts by `node types.mjs`: do not edit.

/// <reference lib="esnext.disposable" />

/**
 * How the body of a token is encrypted.
 *
 * * `"cbc"`: AES-256-CBC, which every official decoder accepts. It cannot prove that nobody changed the token.
 * * `"gcm"`: AES-256-GCM, which detects any change. Use it for at most 2^32 tokens per secret.
 */
export type Mode = "cbc" | "gcm";
/**
 * The product that tokens are for: what it would refuse becomes an error when issuing.
 *
 * * `"rtc"`: Express, voice and video rooms: user id 1 to 64 bytes, room id 1 to 128 bytes, payload JSON or empty.
 * * `"zim"`: In-app Chat: user id 1 to 32 bytes, ttl 30 seconds to 24 days, no payload.
 * * `"kit"`: UIKit for the web: as rtc, with the ttl of zim, which it uses for its invitations.
 * * `"call"`: UIKit's call kits for mini-programs and apps, which use one plain token for Express and In-app Chat: the
 * limits of rtc and of zim, payload JSON or empty.
 */
export type Profile = "rtc" | "zim" | "kit" | "call";
/** How an {@link Issuer} issues tokens. */
export interface IssuerOptions {
    /** How tokens are encrypted. The default is `"cbc"`. */
    mode?: Mode | undefined;
    /** The product whose limits apply. By default, only what would make a broken token is refused. */
    profile?: Profile | null | undefined;
    /**
     * Whether to issue tokens in a page, where `document` exists. It is refused by default: a ServerSecret in a page is
     * known to everyone who opens the page. `true` is for tools whose user enters the secret; a warning is then printed
     * once.
     */
    dangerouslyAllowBrowser?: boolean | undefined;
}
/** How long a token is valid: whole seconds, or text such as `"90s"`, `"10m"`, `"12h"` or `"3d"`. */
export type Ttl = number | string;
/** Further options of {@link Issuer.issue}, {@link Issuer.issueRoom} and {@link Issuer.issueMany}. */
export interface IssueOptions {
    /** The time of issue, in whole unix seconds, for tests. The default is the current time. */
    now?: number | undefined;
}
/** Further options of {@link Issuer.kitToken}. */
export interface KitTokenOptions extends IssueOptions {
    /** The name that others see. The default is the user id. */
    userName?: string | undefined;
    /** The payload of the token. The default is empty. */
    payload?: string | null | undefined;
}
/** A room and what a token allows in it: a `RoomPrivilege`, or a plain object. */
export interface Room extends RoomPrivilegeOptions {
    /** The only room that the token allows. */
    roomId: string;
}
/**
 * Issues tokens for one app. It holds the expanded key: create one and reuse it.
 *
 * @example
 * const issuer = new Issuer(1234567890, process.env.ZEGO_SERVER_SECRET ?? "");
 * const token = issuer.issue("user1", "1h");
 */
export declare class Issuer {
    #private;
    /**
     * @param appId - the app's AppID, a whole number from 1 to 4294967295
     * @param secret - the app's ServerSecret, 32 bytes of text
     * @throws {@link Token04Error} with code 1 for `appId`, 5 for `secret` (901 if it is missing), 901 for the options
     */
    constructor(appId: number, secret: string, options?: IssuerOptions | null);
    /** The app that tokens are issued for. */
    get appId(): number;
    /** How tokens are encrypted. */
    get mode(): Mode;
    /** The product whose limits apply, if any. */
    get profile(): Profile | null;
    /**
     * Issues an identity token, or a token with a payload. For a privilege token, prefer {@link issueRoom}, which writes
     * the payload.
     *
     * @param userId - the user who will log in with the token
     * @param ttl - how long the token is valid from now on
     * @param payload - JSON text. The default is empty.
     * @throws {@link Token04Error} with code 3 for `userId` (901 if it is missing), 6 for `ttl`, 104 for `payload`, 101 if
     * they are too long, 901 for the options
     */
    issue(userId: string, ttl: Ttl, payload?: string | null, options?: IssueOptions | null): string;
    /**
     * Issues a privilege token, which allows one room.
     *
     * @param userId - the user who will log in with the token
     * @param ttl - how long the token is valid from now on
     * @throws {@link Token04Error} as {@link issue}, and with code 102 for the room or a stream
     *
     * @example
     * const token = issuer.issueRoom("user1", "1h", "room1", { publish: true });
     */
    issueRoom(userId: string, ttl: Ttl, roomId: string, options?: (RoomPrivilegeOptions & IssueOptions) | null): string;
    /**
     * Issues a privilege token for a room that was described before.
     *
     * @example
     * const privilege = new RoomPrivilege("room1", { publish: true });
     * const token = issuer.issueRoom("user1", "1h", privilege);
     */
    issueRoom(userId: string, ttl: Ttl, room: Room, options?: IssueOptions | null): string;
    /**
     * Issues a token for each user, in their order, all with the same expiry and payload. It is faster than single calls.
     *
     * @param userIds - the users who will log in with the tokens
     * @param ttl - how long the tokens are valid from now on
     * @param payload - JSON text, such as {@link RoomPrivilege.payload} returns. The default is empty.
     * @throws {@link Token04Error} as {@link issue}. No token is issued then. If it is about a user, `index` is the first
     * such user's.
     *
     * @example
     * const [first, second] = issuer.issueMany(["user1", "user2"], "1h");
     */
    issueMany(userIds: readonly string[], ttl: Ttl, payload?: string | null, options?: IssueOptions | null): string[];
    /**
     * Issues a kit token, which UIKit for the web takes. The limits of the profile `"kit"` apply.
     *
     * @param userId - the user who will log in with the token
     * @param ttl - how long the token is valid from now on: 30 seconds to 24 days
     * @param roomId - the room to join
     * @throws {@link Token04Error} as {@link issue}, and with code 102 for `roomId`
     */
    kitToken(userId: string, ttl: Ttl, roomId: string, options?: KitTokenOptions | null): string;
    /** Wipes and frees the key now, before the issuer is garbage-collected. After that, only `close` can be called. */
    close(): void;
    /** Closes the issuer at the end of a `using` declaration's block. */
    [Symbol.dispose]: () => void;
}

/** How a {@link Verifier} checks tokens. */
export interface VerifierOptions {
    /** The secret in use before, while it is being replaced: its tokens are accepted too. */
    previousSecret?: string | undefined;
    /**
     * How long after its expiry a token is still accepted, to allow for clock differences: whole seconds, or text such as
     * `"30s"`. The default is 0.
     */
    leeway?: number | string | undefined;
}
/** What a login expects of a valid token. What is `undefined` is not expected. */
export interface Expectations {
    /** The token is for this user. */
    userId?: string | undefined;
    /** The token allows logging in to this room. An identity token allows every room. */
    roomId?: string | undefined;
    /** The token allows this stream. An identity token allows every stream. */
    streamId?: string | undefined;
    /** If `true`, the token must allow publishing. An identity token does. */
    publish?: boolean | undefined;
    /**
     * If `true`, an identity token is refused. Without this, it satisfies any room, stream and right, because the format
     * means it so: a room that is guarded by privilege tokens needs this.
     */
    requirePrivilege?: boolean | undefined;
    /** The time to check against, in whole unix seconds. The default is the current time. */
    now?: number | undefined;
}
/**
 * Opens and checks the tokens of one app, in either mode. It holds the expanded keys: create one and reuse it.
 *
 * CBC tokens are not authenticated. A token that opens and passes the checks was very likely issued with the secret,
 * but single bytes may have been changed without detection. Rely on the claims of a CBC token only if it
 * came straight from you.
 *
 * @example
 * const verifier = new Verifier(1234567890, process.env.ZEGO_SERVER_SECRET ?? "");
 * const claims = verifier.verify(token, { userId: "user1", roomId: "room1", requirePrivilege: true });
 */
export declare class Verifier {
    #private;
    /**
     * @param appId - the app's AppID, a whole number from 1 to 4294967295
     * @param secret - the app's ServerSecret, 32 bytes of text
     * @throws {@link Token04Error} with code 1 for `appId`, 5 for a secret (901 if it is missing), 901 for the options
     */
    constructor(appId: number, secret: string, options?: VerifierOptions | null);
    /** The app whose tokens are checked. */
    get appId(): number;
    /**
     * Opens a token, and checks that it belongs to this app, is not expired, and meets the expectations. An identity token
     * meets every expectation of room, stream and right, unless `requirePrivilege` is `true`. Also accepts a kit token and
     * reads the part before the `#`.
     *
     * @returns what the token says
     * @throws {@link Token04Error} with the first code that applies: 201 it is not a Token04, 202 it does not open, 205 it
     * is for another app, 207 it has two different expiry times, 204 it is expired, 206 it is for another user, 208 it does
     * not permit what is expected; 901 if an argument is invalid
     */
    verify(token: string, expectations?: Expectations | null): Claims;
    /** Wipes and frees the keys now, before the verifier is garbage-collected. After that, only `close` can be called. */
    close(): void;
    /** Closes the verifier at the end of a `using` declaration's block. */
    [Symbol.dispose]: () => void;
}

/** What a token allows, according to its payload. */
export interface Privilege {
    /** The only room that the token allows; empty means any. */
    roomId: string;
    /** Whether logging in is allowed; `null` if the token does not say, which denies it. */
    login: boolean | null;
    /** Whether publishing is allowed; `null` if the token does not say, which denies it. */
    publish: boolean | null;
    /** The ids of the only streams that the token allows; `null` and an empty list mean any. */
    streams: string[] | null;
}
/** The 64-bit integers of a token, exactly. */
export interface ExactClaims {
    /** See {@link Claims.nonce}. */
    nonce: bigint;
    /** See {@link Claims.ctime}. */
    ctime: bigint;
    /** See {@link Claims.expire}. */
    expire: bigint;
}
/** {@link Claims} as JSON, as the program `token04` prints them. */
export interface ClaimsJson {
    app_id: number;
    user_id: string;
    nonce: number;
    ctime: number;
    expire: number;
    payload: string;
    /** Only if the payload has the privilege form. */
    privilege?: {
        room_id: string;
        login: boolean | null;
        publish: boolean | null;
        streams: string[] | null;
    };
}
/**
 * What a token says: every field of its body. {@link Verifier.verify} returns them.
 *
 * The format has 64-bit integers. A number holds those up to 2^53 exactly, which all ordinary times and nonces are;
 * a larger one is rounded, and {@link exact} has all of its digits.
 */
export declare class Claims {
    /** The app that the token is for. */
    readonly appId: number;
    /** The user that the token is for. */
    readonly userId: string;
    /** A random number that distinguishes tokens issued in the same second. */
    readonly nonce: number;
    /** The time of issue, in unix seconds. */
    readonly ctime: number;
    /** The expiry time, in unix seconds. */
    readonly expire: number;
    /** The payload: empty in an identity token, JSON text in a privilege token. */
    readonly payload: string;
    private constructor();
    /** The time of issue. */
    get createdAt(): Date;
    /** The expiry time. If it is later than a `Date` can hold, the last one possible. */
    get expiresAt(): Date;
    /** The 64-bit integers as bigints, exact whatever their size. */
    get exact(): ExactClaims;
    /** The payload as privileges, parsed at each access; `null` if it is empty or does not have the privilege form. */
    get privilege(): Privilege | null;
    /** What `JSON.stringify` writes: the shape that the program `token04` prints. */
    toJSON(): ClaimsJson;
}

/** What a privilege token allows in its room. */
export interface RoomPrivilegeOptions {
    /** Whether the user may log in to the room. The default is `true`. */
    login?: boolean | undefined;
    /** Whether the user may publish a stream. The default is `false`. */
    publish?: boolean | undefined;
    /** The ids of the only streams that the token allows. The default is any stream. */
    streams?: readonly string[] | null | undefined;
}
/**
 * What a privilege token allows, for {@link Issuer.issueRoom}. ZEGO enforces privileges only for projects where
 * its support has switched them on.
 *
 * @example
 * const privilege = new RoomPrivilege("room1", { publish: true, streams: ["s1", "s2"] });
 * privilege.payload();
 * // {"room_id":"room1","privilege":{"1":1,"2":1},"stream_id_list":["s1","s2"]}
 */
export declare class RoomPrivilege {
    /** The only room that the token allows. */
    readonly roomId: string;
    /** Whether the user may log in to the room. */
    readonly login: boolean;
    /** Whether the user may publish a stream. */
    readonly publish: boolean;
    /** The ids of the only streams that the token allows; `null` means any. */
    readonly streams: readonly string[] | null;
    /**
     * @param roomId - the only room that the token allows
     * @throws {@link Token04Error} with code 102 if `roomId` or a stream is not text, 901 for other options
     */
    constructor(roomId: string, options?: RoomPrivilegeOptions | null);
    /**
     * Returns the JSON text that a token carries, for {@link Issuer.issue}.
     *
     * @throws {@link Token04Error} with code 102 if the room id, the list of streams or a stream in it is empty
     */
    payload(): string;
}

/** The part of a kit token behind the `#`. */
export interface KitUser {
    /** The app; the same as in the token. */
    appId: number;
    /** The user; the same as in the token. */
    userId: string;
    /** The room to join. */
    roomId: string;
    /** The name that others see. The default is the user id. */
    userName?: string | undefined;
}
/** Converts tokens to kit tokens and back. {@link Issuer.kitToken} issues a kit token in one step. */
export declare const kit: {
    /**
     * Appends room and user to a token.
     *
     * @returns the kit token
     * @throws {@link Token04Error} with code 201 if the token is not a Token04, or already a kit token; 1, 3 or 102 for
     * what the kit would refuse
     */
    encode(token: string, user: KitUser): string;
    /**
     * Splits a kit token into the token and the part behind the `#`.
     *
     * @throws {@link Token04Error} with code 201 if either part does not have the kit's form
     */
    decode(kitToken: string): {
        token: string;
        user: Required<KitUser>;
    };
};

/** A {@link Header} as JSON, as the program `token04` prints it. */
export interface HeaderJson {
    version: string;
    mode: Mode;
    expires_at: number;
    expired: boolean;
    iv_bytes: number;
    ciphertext_bytes: number;
}
/**
 * What anyone can read from a token. None of it is verified: only a {@link Verifier} can check that the token is
 * genuine.
 */
export declare class Header {
    #private;
    /** The version of the format, always `"04"`. */
    readonly version: string;
    /** How the body is encrypted. */
    readonly mode: Mode;
    /** The expiry time, in unix seconds. Beyond 2^53 it is rounded, as in {@link Claims}; `exact` is not. */
    readonly expire: number;
    /** Whether the token is expired. */
    readonly expired: boolean;
    /** The length of the initialisation vector, in bytes. */
    readonly ivBytes: number;
    /** The length of the ciphertext, in bytes. */
    readonly ciphertextBytes: number;
    private constructor();
    /** The expiry time. If it is later than a `Date` can hold, the last one possible. */
    get expiresAt(): Date;
    /** The 64-bit integer as a bigint, exact whatever its size. */
    get exact(): {
        expire: bigint;
    };
    /** What `JSON.stringify` writes: the shape that the program `token04` prints. */
    toJSON(): HeaderJson;
}
/** Further options of {@link inspect}. */
export interface InspectOptions {
    /** The time to compare with, in whole unix seconds. The default is the current time. */
    now?: number | undefined;
}
/**
 * Reads what needs no secret. Also accepts a kit token and reads the part before the `#`.
 *
 * @throws {@link Token04Error} with code 201 if the text is not a Token04, 901 if it is not a string
 *
 * @example
 * inspect(token).mode; // "cbc"
 */
export declare function inspect(token: string, options?: InspectOptions | null): Header;

/**
 * How bad a finding is.
 *
 * * `"error"`: The token will be refused, or must be replaced.
 * * `"warning"`: The token may be refused, or allows less or more than intended.
 * * `"note"`: For information only.
 */
export type Severity = "error" | "warning" | "note";
/**
 * The language of a report.
 *
 * * `"en"`: English.
 * * `"zh"`: Simplified Chinese.
 */
export type Language = "en" | "zh";
/** A {@link Finding} as JSON, as the program `token04` prints it. */
export interface FindingJson {
    id: FindingId;
    severity: Severity;
    message: string;
    fix: string;
    client_codes: number[];
}
/** A {@link Report} as JSON, as the program `token04` prints it. */
export interface ReportJson {
    ok: boolean;
    findings: FindingJson[];
    /** Only if the token could be read. */
    claims?: ClaimsJson;
}
/** A single finding of {@link diagnose}. */
export declare class Finding {
    /** The kind of finding, one of {@link FindingId}. */
    readonly id: FindingId;
    /** How bad it is in this case. */
    readonly severity: Severity;
    /** What is wrong, with the values of this case, but never the secret. */
    readonly message: string;
    /** How to fix it. */
    readonly fix: string;
    /** The client error codes that it may show as. The service's actual answers were not observed. */
    readonly clientCodes: number[];
    private constructor();
    /** What `JSON.stringify` writes: the shape that the program `token04` prints. */
    toJSON(): FindingJson;
}
/** What is wrong with a token, if anything. */
export declare class Report {
    /** Whether no finding is an error. */
    readonly ok: boolean;
    /**
     * What was found, in the order in which to fix it; each id at most once. With a code, its causes come first. A valid
     * token in mode CBC also has a note.
     */
    readonly findings: Finding[];
    /**
     * What the token says, if it could be opened and read with any key or layout; otherwise `null`. None of it is
     * verified. A value that contains the secret, or a key made from it, is replaced by `[redacted]`.
     */
    readonly claims: Claims | null;
    private constructor();
    /** What `JSON.stringify` writes: the shape that the program `token04` prints. */
    toJSON(): ReportJson;
}
/** What is known about the token: the more is given, the more a diagnosis can find. What is `undefined` is not known. */
export interface DiagnoseOptions {
    /** The secret that the token should have been issued with, of any length: a wrong one may be the mistake. */
    secret?: string | undefined;
    /** The app that the client runs under, a whole number from 1 to 4294967295. */
    appId?: number | undefined;
    /** The user who logs in. */
    userId?: string | undefined;
    /** The room that the user logs in to. */
    roomId?: string | undefined;
    /** The stream to publish or play. */
    streamId?: string | undefined;
    /** Whether the user intends to publish. The default is `false`. */
    publish?: boolean | undefined;
    /** The product that the token is for. Without one, only what holds for all of them is an error. */
    profile?: Profile | null | undefined;
    /** The error code that the client saw. The findings that can cause it come first. */
    code?: number | undefined;
    /** The language of messages and fixes. The default is `"en"`. */
    lang?: Language | undefined;
    /** The time to check against, in whole unix seconds. The default is the current time. */
    now?: number | undefined;
}
/**
 * Explains what is wrong with a token, and how to fix it. It accepts any text, also a kit token, and recognises the usual
 * mistakes of handwritten generators: other keys made from the secret, other layouts, other modes, other claims. Nothing
 * in the report shows the secret.
 *
 * @param token - any text that is meant to be a token
 * @throws {@link Token04Error} for an invalid argument only, never for what the token says: 901 for a token that is not
 * a string and for options, 1 for `appId`, 3 for `userId`, 5 for `secret`, 102 for `roomId` and `streamId`
 *
 * @example
 * const report = diagnose(token, { secret: process.env.ZEGO_SERVER_SECRET, userId: "user1" });
 * for (const { severity, message, fix } of report.findings) console.log(`${severity}: ${message}; ${fix}`);
 */
export declare function diagnose(token: string, options?: DiagnoseOptions | null): Report;

/** What an error code means, and how to find its cause. */
export interface Explanation {
    /** The code. */
    code: number;
    /** Whether the code is known. */
    known: boolean;
    /** The product that shows it; empty if the code is unknown. */
    product: string;
    /** What it means. */
    meaning: string;
    /** The findings of a diagnosis that can cause it, the most frequent first. */
    causes: FindingId[];
    /** What to check, in this order. */
    checks: string[];
    /** How to go on. */
    next: string;
    /** What ZEGO's documents do not say about the code, if it matters. */
    undocumented?: string;
    /** For an unknown code: the known codes that look like it, the most similar first. */
    near: number[];
}
/**
 * Explains an error code that a ZEGO SDK or the Server API reported.
 *
 * @param lang - the language of the texts. The default is `"en"`.
 * @throws {@link Token04Error} with code 901 if the code is not an integer, or for the language
 *
 * @example
 * explain(50119).causes[0]; // "jwt"
 */
export declare function explain(code: number, lang?: Language): Explanation;

/**
 * What a diagnosis can find: the ids of findings, which docs/en/diagnose/by-finding.md of the repository explains. They
 * never change and are never reused; a later version may add some.
 */
export declare const FindingId: {
    readonly SecretExposed: "secret-exposed";
    readonly Jwt: "jwt";
    readonly HmacJson: "hmac-json";
    readonly PlainJson: "plain-json";
    readonly Version: "version";
    readonly TransportDamage: "transport-damage";
    readonly Truncated: "truncated";
    readonly ForeignLayout: "foreign-layout";
    readonly LittleEndian: "little-endian";
    readonly KitToken: "kit-token";
    readonly PlainToken: "plain-token";
    readonly KitPart: "kit-part";
    readonly GcmSeparateTag: "gcm-separate-tag";
    readonly GcmIvLength: "gcm-iv-length";
    readonly GcmWithoutMode: "gcm-without-mode";
    readonly AppSign: "app-sign";
    readonly SecretQuoted: "secret-quoted";
    readonly KeyHexDecoded: "key-hex-decoded";
    readonly KeyTruncated: "key-truncated";
    readonly KeyHashed: "key-hashed";
    readonly WrongSecret: "wrong-secret";
    readonly BodyNotJson: "body-not-json";
    readonly DoublePadding: "double-padding";
    readonly MisplacedClaims: "misplaced-claims";
    readonly ClaimNames: "claim-names";
    readonly MissingClaim: "missing-claim";
    readonly ClaimType: "claim-type";
    readonly SwappedArguments: "swapped-arguments";
    readonly PayloadObject: "payload-object";
    readonly PayloadDoubleEncoded: "payload-double-encoded";
    readonly PayloadNotJson: "payload-not-json";
    readonly PayloadShape: "payload-shape";
    readonly PayloadInZim: "payload-in-zim";
    readonly ExpireIsDuration: "expire-is-duration";
    readonly Milliseconds: "milliseconds";
    readonly ExpireMismatch: "expire-mismatch";
    readonly Expired: "expired";
    readonly ExpiresSoon: "expires-soon";
    readonly TtlOver24Days: "ttl-over-24-days";
    readonly ClockSkew: "clock-skew";
    readonly AppIdMismatch: "app-id-mismatch";
    readonly UserIdMismatch: "user-id-mismatch";
    readonly RoomMismatch: "room-mismatch";
    readonly LoginDenied: "login-denied";
    readonly PublishDenied: "publish-denied";
    readonly StreamMismatch: "stream-mismatch";
    readonly UserIdLimit: "user-id-limit";
    readonly RoomIdLimit: "room-id-limit";
    readonly UnauthenticatedCbc: "unauthenticated-cbc";
};
/** The id of a finding: one of the texts in {@link FindingId}. */
export type FindingId = (typeof FindingId)[keyof typeof FindingId];

/** Why a call failed, as the number in {@link Token04Error.code}. The numbers never change and are never reused. */
export declare const ErrorCode: {
    /** The app id is not 1 to 4294967295. */
    readonly InvalidAppId: 1;
    /** The user id is empty, not Unicode text, or outside the profile. */
    readonly InvalidUserId: 3;
    /** The secret is not 32 bytes of UTF-8 text. */
    readonly InvalidSecret: 5;
    /** The ttl is not a whole number of seconds, is less than 1 or outside the profile, or the expiry does not fit. */
    readonly InvalidTtl: 6;
    /** The body of the token would be longer than 65519 bytes. */
    readonly TooLong: 101;
    /** A room id or a stream id is missing, not Unicode text, or outside the limits. */
    readonly InvalidRoom: 102;
    /** The operating system provided no random bytes. */
    readonly RandomUnavailable: 103;
    /** The payload is not Unicode text, or outside the profile. */
    readonly InvalidPayload: 104;
    /** The text is not a Token04. */
    readonly Malformed: 201;
    /**
     * The token cannot be opened: wrong secret, damaged, or no Token04 body inside; one error for all of these, so that
     * it tells an attacker nothing.
     */
    readonly Undecipherable: 202;
    /** The token has expired. */
    readonly Expired: 204;
    /** The token was made for another app id. */
    readonly WrongAppId: 205;
    /** The token was made for another user id. */
    readonly WrongUserId: 206;
    /** The envelope and the body have different expiry times. */
    readonly ExpireMismatch: 207;
    /** The token does not permit the expected room, stream or right. */
    readonly NotPermitted: 208;
    /** An argument is invalid: a null, a value of the wrong type, an unknown option, or a closed object. */
    readonly InvalidArgument: 901;
    /** The caller's buffer is too small for the result; only in C. */
    readonly BufferTooSmall: 902;
    /** A defect of this library, caught at its boundary; the library can still be used. Please report it. */
    readonly Internal: 903;
};
/** The number of an error: one of the numbers in {@link ErrorCode}. */
export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];
/**
 * Thrown for every failure. The message names the argument, what was wrong and what is expected; it never contains a
 * secret.
 *
 * @example
 * try {
 *   verifier.verify(token);
 * } catch (error) {
 *   if (error instanceof Token04Error && error.code === ErrorCode.Expired) {
 *     // ask for a new token
 *   }
 * }
 */
export declare class Token04Error extends Error {
    /** The reason as a number. */
    readonly code: ErrorCode;
    /** The same as `code`, under the name in ZEGO's own code. */
    readonly errorCode: ErrorCode;
    /** The same as `message`, under the name in ZEGO's own code. */
    readonly errorMessage: string;
    /** With {@link Issuer.issueMany}: the index of the first user for whom no token can be issued. */
    readonly index?: number;
    constructor(code: ErrorCode, message: string, index?: number);
}

/**
 * What issues and reads tokens here: `"addon"`, the native library for the platform, or `"wasm"`, WebAssembly, which
 * gives the same results and is slower.
 */
export declare const backend: "addon" | "wasm";

/**
 * Issues a token in one call, as ZEGO's own function of this name does. Code that issues many tokens should reuse an
 * `Issuer`, which expands the key once.
 *
 * @param appId - the app's AppID
 * @param userId - the user who will log in with the token
 * @param secret - the app's ServerSecret, 32 bytes of text
 * @param effectiveTimeInSeconds - how long the token is valid from now on, in whole seconds
 * @param payload - JSON text. The default is empty.
 * @returns the token
 * @throws an `Error` with `errorCode` and `errorMessage`: 1 `appID invalid`, 3 `userId invalid`, 5 `secret must be a
 * 32 byte string`, 6 `effectiveTimeInSeconds invalid`; and, unlike ZEGO's, 104 for a payload that is not a string, 101
 * if the token would be too long
 */
export declare function generateToken04(appId: number, userId: string, secret: string, effectiveTimeInSeconds: number, payload?: string | null): string;
