// Generated from lib/*.ts by `node types.mjs`: do not edit.

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
/** How an {@link Issuer} makes tokens. */
export interface IssuerOptions {
    /** How tokens are encrypted; `"cbc"` unless told. */
    mode?: Mode | undefined;
    /** The product whose limits hold; none unless told, and then only what would make a broken token is refused. */
    profile?: Profile | null | undefined;
}
/** What else {@link Issuer.kitToken} takes. */
export interface KitTokenOptions {
    /** The name that others see; the user id unless told. */
    userName?: string | undefined;
    /** The payload of the token; empty unless told. */
    payload?: string | null | undefined;
}
/**
 * Makes tokens for one app. It keeps the expanded key: make one and keep it.
 *
 * @example
 * const issuer = new Issuer(1234567890, process.env.ZEGO_SERVER_SECRET);
 * const token = issuer.issue("user1", 3600);
 */
export declare class Issuer {
    #private;
    /**
     * @param appId - the app's AppID, a whole number from 1 to 4294967295
     * @param secret - the app's ServerSecret, 32 bytes of text
     * @throws {@link Token04Error} with code 1 for `appId`, 5 for `secret` (901 where it is missing), 901 for the
     * options
     */
    constructor(appId: number, secret: string, options?: IssuerOptions | null);
    /** The app that tokens are made for. */
    get appId(): number;
    /**
     * Makes an identity token, or one with a payload; the payload of a privilege token is best written by
     * {@link issueRoom}.
     *
     * @param userId - the user who will log in with the token
     * @param ttl - how long the token is good from now on, in whole seconds
     * @param payload - JSON text; empty unless told
     * @throws {@link Token04Error} with code 3 for `userId` (901 where it is missing), 6 for `ttl`, 104 for
     * `payload`, 101 where they are too long
     */
    issue(userId: string, ttl: number, payload?: string | null): string;
    /**
     * Makes a privilege token, which is good for one room.
     *
     * @param userId - the user who will log in with the token
     * @param ttl - how long the token is good from now on, in whole seconds
     * @throws {@link Token04Error} as {@link issue}, and with code 102 for the room or a stream
     *
     * @example
     * const token = issuer.issueRoom("user1", 3600, new RoomPrivilege("room1", { publish: true }));
     */
    issueRoom(userId: string, ttl: number, privilege: RoomPrivilege): string;
    /**
     * Makes a kit token, which UIKit for the web takes. The limits of the profile `"kit"` hold.
     *
     * @param userId - the user who will log in with the token
     * @param ttl - how long the token is good from now on, in whole seconds: 30 seconds to 24 days
     * @param roomId - the room to join
     * @throws {@link Token04Error} as {@link issue}, and with code 102 for `roomId`
     */
    kitToken(userId: string, ttl: number, roomId: string, options?: KitTokenOptions | null): string;
    /** Wipes the key now, not when the issuer is collected. Any later use is an error, but for `close`. */
    close(): void;
}

/** How a {@link Verifier} checks tokens. */
export interface VerifierOptions {
    /** The secret in use before, while it is being replaced: its tokens are good too. */
    previousSecret?: string | undefined;
    /** How many whole seconds longer than its expiry a token is good, for clocks that differ; 0 unless told. */
    leeway?: number | undefined;
}
/** What a verification expects beyond a good token. What is `undefined` is not expected. */
export interface Expectations {
    /** The token is for this user. */
    userId?: string | undefined;
    /** The token allows logging in to this room. An identity token allows any. */
    roomId?: string | undefined;
    /** The token is good for this stream. An identity token is good for any. */
    streamId?: string | undefined;
    /** With `true`, the token allows publishing. An identity token does. */
    publish?: boolean | undefined;
    /** The time to check against, in whole unix seconds; the clock's unless told. */
    now?: number | undefined;
}
/**
 * Opens tokens of one app, of either mode, and checks them. It keeps the expanded keys: make one and keep it.
 *
 * A CBC token has no authentication: what opens and checks well was most likely made with the secret, but whoever
 * changed single bytes of it may go unnoticed. Rely on the claims of GCM tokens only.
 *
 * @example
 * const verifier = new Verifier(1234567890, process.env.ZEGO_SERVER_SECRET);
 * const claims = verifier.verify(token, { userId: "user1" });
 */
export declare class Verifier {
    #private;
    /**
     * @param appId - the app's AppID, a whole number from 1 to 4294967295
     * @param secret - the app's ServerSecret, 32 bytes of text
     * @throws {@link Token04Error} with code 1 for `appId`, 5 for a secret (901 where it is missing), 901 for the
     * options
     */
    constructor(appId: number, secret: string, options?: VerifierOptions | null);
    /** The app whose tokens are checked. */
    get appId(): number;
    /**
     * Opens a token, checks that it is this app's and not expired, and what else is expected. Takes a kit token too,
     * and looks at the part before `#`.
     *
     * @returns what the token says
     * @throws {@link Token04Error} with the first code that applies: 201 it is no Token04, 202 it does not open, 205
     * it is for another app, 207 it names two expiries, 204 it expired, 206 it is for another user, 208 it does not
     * permit what is expected; 901 where an argument is invalid
     */
    verify(token: string, expectations?: Expectations | null): Claims;
    /** Wipes the keys now, not when the verifier is collected. Any later use is an error, but for `close`. */
    close(): void;
}

/** What a token allows, as its payload says. */
export interface Privilege {
    /** The only room the token is good for; an empty one means any. */
    roomId: string;
    /** Whether logging in is allowed; `null` where the token does not say, which denies it. */
    login: boolean | null;
    /** Whether publishing is allowed; `null` where the token does not say, which denies it. */
    publish: boolean | null;
    /** The ids of the only streams the token is good for; `null` and an empty list mean any. */
    streams: string[] | null;
}
/**
 * What a token says, every field of its body. {@link Verifier.verify} gives them.
 *
 * The format has 64-bit integers, of which a JavaScript number holds only those up to 2^53 exactly. So `nonce`,
 * `ctime` and `expire` are numbers where that is exact, as it is with all ordinary times, and bigints where it is
 * not: no digit is lost, and code that needs a number says so, `Number(claims.expire)`.
 */
export declare class Claims {
    /** The app the token was made for. */
    readonly appId: number;
    /** The user the token was made for. */
    readonly userId: string;
    /** A random number that tells tokens of one second apart. */
    readonly nonce: number | bigint;
    /** When the token was made, in unix seconds. */
    readonly ctime: number | bigint;
    /** When the token ends, in unix seconds. */
    readonly expire: number | bigint;
    /** The payload: empty in an identity token, JSON text in a privilege token. */
    readonly payload: string;
    private constructor();
    /** The payload as privileges, read anew each time; `null` where it is empty or not of the privilege form. */
    get privilege(): Privilege | null;
}

/** What a {@link RoomPrivilege} allows beyond the unsaid. */
export interface RoomPrivilegeOptions {
    /** Whether the user may log in to the room; `true` unless told. */
    login?: boolean | undefined;
    /** Whether the user may publish a stream; `false` unless told. */
    publish?: boolean | undefined;
    /** The ids of the only streams the token is good for; any stream unless told. */
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
    /**
     * @param roomId - the only room the token is good for
     * @throws {@link Token04Error} with code 102 where `roomId` or a stream is no text, 901 for other options
     */
    constructor(roomId: string, options?: RoomPrivilegeOptions | null);
    /**
     * The JSON text that a token carries, for {@link Issuer.issue}.
     *
     * @throws {@link Token04Error} with code 102 where the room id, the list of streams or a stream in it is empty
     */
    payload(): string;
}

/** What stands behind the `#` of a kit token. */
export interface KitUser {
    /** The app; the same as in the token. */
    appId: number;
    /** The user; the same as in the token. */
    userId: string;
    /** The room to join. */
    roomId: string;
    /** The name that others see; the user id unless told. */
    userName?: string | undefined;
}
/** Kit tokens from tokens and back. {@link Issuer.kitToken} makes one at once. */
export declare namespace kit {
    /**
     * Puts room and user behind a token.
     *
     * @returns the kit token
     * @throws {@link Token04Error} with code 201 where the token is none, or a kit token already; 1, 3 or 102 for what
     * the kit would refuse
     */
    function encode(token: string, user: KitUser): string;
    /**
     * Splits a kit token into the token and what stands behind it.
     *
     * @throws {@link Token04Error} with code 201 where either part is not as the kit reads it
     */
    function decode(kitToken: string): {
        token: string;
        user: Required<KitUser>;
    };
}

/**
 * What a token shows to everybody. Nothing of it is proven: only a {@link Verifier} can tell whether the token is
 * genuine.
 */
export interface Header {
    /** The version of the format, always `"04"`. */
    version: string;
    /** How the body is encrypted. */
    mode: Mode;
    /** When the token ends, in unix seconds; a bigint where no number is exact, as in {@link Claims}. */
    expiresAt: number | bigint;
    /** Whether it has ended. */
    expired: boolean;
    /** The length of the initialisation vector, in bytes. */
    ivBytes: number;
    /** The length of the ciphertext, in bytes. */
    ciphertextBytes: number;
}
/** What else {@link inspect} takes. */
export interface InspectOptions {
    /** The time to compare with, in whole unix seconds; the clock's unless told. */
    now?: number | undefined;
}
/**
 * Reads what needs no secret. Takes a kit token too, and looks at the part before `#`.
 *
 * @throws {@link Token04Error} with code 201 where the text is no Token04, 901 where it is no string
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
/** One thing that {@link diagnose} found. */
export interface Finding {
    /** What it is, one of {@link FindingId}. */
    id: FindingId;
    /** How bad it is in this case. */
    severity: Severity;
    /** What is wrong, with the values of this case; never with the secret. */
    message: string;
    /** How to mend it. */
    fix: string;
    /** The client error codes that it may show as. Which the service really answers was never observed. */
    clientCodes: number[];
}
/** What is wrong with a token, if anything. */
export interface Report {
    /** Whether no finding is an error. */
    ok: boolean;
    /** What was found, in order of what to do first; each id at most once. A sound token in mode CBC still gives a note. */
    findings: Finding[];
    /**
     * What the token says, where it could be opened and read, by whichever key or layout; else `null`. Nothing of it is
     * proven. A value that holds the secret is replaced by `[redacted]`.
     */
    claims: Claims | null;
}
/** What is known beside the token: the more is given, the more can be said. What is `undefined` is not known. */
export interface DiagnoseOptions {
    /** The secret that the token should have been made with: of any length, for a wrong one may be the mistake. */
    secret?: string | undefined;
    /** The app that the client runs under, a whole number from 1 to 4294967295. */
    appId?: number | undefined;
    /** The user who logs in. */
    userId?: string | undefined;
    /** The room that the user logs in to. */
    roomId?: string | undefined;
    /** The stream to publish or play. */
    streamId?: string | undefined;
    /** Whether the user means to publish; `false` unless told. */
    publish?: boolean | undefined;
    /** The product that the token is for. Without one, only what holds for all of them is an error. */
    profile?: Profile | null | undefined;
    /** The language of messages and fixes; `"en"` unless told. */
    lang?: Language | undefined;
    /** The time of the question, in whole unix seconds; the clock's unless told. */
    now?: number | undefined;
}
/**
 * Says why a token is refused, and how to mend it. It takes any text, a kit token too, and finds what people get wrong
 * who write a generator by hand: keys made of the secret, layouts, modes, claims. Nothing in the report shows the
 * secret.
 *
 * @param token - any text that is meant as a token
 * @throws {@link Token04Error} for an invalid argument only, never for what the token says: 901 for a token that is
 * no string and for options, 1 for `appId`, 3 for `userId`, 5 for `secret`, 102 for `roomId` and `streamId`
 *
 * @example
 * const report = diagnose(token, { secret: process.env.ZEGO_SERVER_SECRET, userId: "user1" });
 * for (const { severity, message, fix } of report.findings) console.log(`${severity}: ${message}; ${fix}`);
 */
export declare function diagnose(token: string, options?: DiagnoseOptions | null): Report;

/**
 * What a diagnosis can find: the ids of findings, which docs/diagnose.md of the repository explains. They never change
 * and are never reused; a later version may add some.
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
export declare enum ErrorCode {
    /** The app id is not 1 to 4294967295. */
    InvalidAppId = 1,
    /** The user id is empty, not Unicode text, or outside the profile. */
    InvalidUserId = 3,
    /** The secret is not 32 bytes of UTF-8 text. */
    InvalidSecret = 5,
    /** The ttl is not a whole number of seconds, is less than 1 or outside the profile, or the expiry does not fit. */
    InvalidTtl = 6,
    /** The body of the token would be longer than 65519 bytes. */
    TooLong = 101,
    /** A room id or a stream id is missing, not Unicode text, or outside the limits. */
    InvalidRoom = 102,
    /** The operating system provided no random bytes. */
    RandomUnavailable = 103,
    /** The payload is not Unicode text, or outside the profile. */
    InvalidPayload = 104,
    /** The text is not a Token04. */
    Malformed = 201,
    /**
     * The token cannot be opened: wrong secret, damaged, or no Token04 body inside; one error for all of these, so that
     * it tells an attacker nothing.
     */
    Undecipherable = 202,
    /** The token has expired. */
    Expired = 204,
    /** The token was made for another app id. */
    WrongAppId = 205,
    /** The token was made for another user id. */
    WrongUserId = 206,
    /** The envelope and the body have different expiry times. */
    ExpireMismatch = 207,
    /** The token does not permit the expected room, stream or right. */
    NotPermitted = 208,
    /** An argument is invalid: a null, a value of the wrong type, an unknown option, or a closed object. */
    InvalidArgument = 901,
    /** The caller's buffer is too small for the result; only in C. */
    BufferTooSmall = 902,
    /** A defect of this library, caught at its boundary; the library can still be used. Please report it. */
    Internal = 903
}
/**
 * Thrown for every failure. The message says which argument, what was wrong and what would be right; it never
 * holds a secret.
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
    /** The same as `code`, under the name that ZEGO's own code has for it. */
    readonly errorCode: ErrorCode;
    /** The same as `message`, under the name that ZEGO's own code has for it. */
    readonly errorMessage: string;
    constructor(code: ErrorCode, message: string);
}

/**
 * Makes a token in one call, as ZEGO's own function of this name does. Code that makes more than one token keeps an
 * `Issuer`, which expands the key once.
 *
 * @param appId - the app's AppID
 * @param userId - the user who will log in with the token
 * @param secret - the app's ServerSecret, 32 bytes of text
 * @param effectiveTimeInSeconds - how long the token is good from now on, in whole seconds
 * @param payload - JSON text; empty unless told
 * @returns the token
 * @throws an `Error` with `errorCode` and `errorMessage`: 1 `appID invalid`, 3 `userId invalid`, 5 `secret must be a
 * 32 byte string`, 6 `effectiveTimeInSeconds invalid`; and, unlike ZEGO's, 104 for a payload that is no string, 101
 * where the token would be too long
 */
export declare function generateToken04(appId: number, userId: string, secret: string, effectiveTimeInSeconds: number, payload?: string | null): string;
