"""Every exception of token04: one class per error code, and their base."""

__all__ = [
    "Token04Error",
    # begin names (written by scripts/vocabulary.py)
    "InvalidAppIdError",
    "InvalidUserIdError",
    "InvalidSecretError",
    "InvalidTtlError",
    "TooLongError",
    "InvalidRoomError",
    "RandomUnavailableError",
    "InvalidPayloadError",
    "MalformedError",
    "UndecipherableError",
    "ExpiredError",
    "WrongAppIdError",
    "WrongUserIdError",
    "ExpireMismatchError",
    "NotPermittedError",
    "InvalidArgumentError",
    "BufferTooSmallError",
    "InternalError",
    # end names
]


class Token04Error(ValueError):
    """The reason why a call failed: the base of all exceptions of token04.

    Its text identifies the argument, what is wrong and what is expected. It never contains a secret.
    """

    code: int
    """The error code, the same in every language of token04; public, stable and never reused."""

    index: int | None = None
    """Of a failure of `Issuer.issue_many` about one user: the index of the first such user."""

# begin exceptions (written by scripts/vocabulary.py)


class InvalidAppIdError(Token04Error):
    """The app id is not 1 to 4294967295."""

    code = 1


class InvalidUserIdError(Token04Error):
    """The user id is empty, not Unicode text, or outside the profile."""

    code = 3


class InvalidSecretError(Token04Error):
    """The secret is not 32 bytes of UTF-8 text."""

    code = 5


class InvalidTtlError(Token04Error):
    """The ttl is not a whole number of seconds, is less than 1 or outside the profile, or the expiry does not fit."""

    code = 6


class TooLongError(Token04Error):
    """The body of the token would be longer than 65519 bytes."""

    code = 101


class InvalidRoomError(Token04Error):
    """A room id or a stream id is missing, not Unicode text, or outside the limits."""

    code = 102


class RandomUnavailableError(Token04Error):
    """The operating system provided no random bytes."""

    code = 103


class InvalidPayloadError(Token04Error):
    """The payload is not Unicode text, or outside the profile."""

    code = 104


class MalformedError(Token04Error):
    """The text is not a Token04."""

    code = 201


class UndecipherableError(Token04Error):
    """The token cannot be opened: wrong secret, damaged, or no Token04 body inside.

    One error for all of these, so that it tells an attacker nothing.
    """

    code = 202


class ExpiredError(Token04Error):
    """The token has expired."""

    code = 204


class WrongAppIdError(Token04Error):
    """The token was made for another app id."""

    code = 205


class WrongUserIdError(Token04Error):
    """The token was made for another user id."""

    code = 206


class ExpireMismatchError(Token04Error):
    """The envelope and the body have different expiry times."""

    code = 207


class NotPermittedError(Token04Error):
    """The token does not permit the expected room, stream or right."""

    code = 208


class InvalidArgumentError(Token04Error):
    """An argument is invalid: a null, a value of the wrong type, an unknown option, or a closed object."""

    code = 901


class BufferTooSmallError(Token04Error):
    """The caller's buffer is too small for the result; only in C."""

    code = 902


class InternalError(Token04Error):
    """A defect of this library, caught at its boundary; the library can still be used. Please report it."""

    code = 903


# end exceptions
