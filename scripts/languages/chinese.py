"""The descriptions of the error codes in Chinese; those in English are the core's."""
CHINESE = {
    "invalid_app_id": "AppID 不在 1 到 4294967295 之间",
    "invalid_user_id": "用户 ID 为空、不是合法的 Unicode 文本，或超出产品限制",
    "invalid_secret": "密钥不是 32 字节的 UTF-8 文本",
    "invalid_ttl": "有效期不是整数秒、小于 1 秒、超出产品限制，或过期时间溢出",
    "too_long": "Token 正文超过 65519 字节",
    "invalid_room": "房间 ID 或流 ID 缺失、不是合法的 Unicode 文本，或超出限制",
    "random_unavailable": "操作系统未能提供随机字节",
    "invalid_payload": "payload 不是合法的 Unicode 文本，或超出产品限制",
    "malformed": "不是 Token04",
    "undecipherable": "无法解密：密钥错误、内容损坏或内部不是 Token04 正文；统一为一个错误，不向攻击者泄露信息",
    "expired": "Token 已过期",
    "wrong_app_id": "Token 属于其他 AppID",
    "wrong_user_id": "Token 属于其他用户 ID",
    "expire_mismatch": "信封与正文中的过期时间不一致",
    "not_permitted": "Token 不允许所需的房间、流或权限",
    "invalid_argument": "参数无效：空值、类型错误、未知选项或对象已关闭",
    "buffer_too_small": "调用方的缓冲区放不下结果；仅 C",
    "internal": "本库自身的缺陷，已在边界处拦截",
}


def descriptions(errors):
    """The description of each error code, which must all be here."""
    if list(CHINESE) != [entry.name for entry in errors]:
        raise SystemExit("vocabulary.py: CHINESE in chinese.py does not have the error codes of the core")
    return list(CHINESE.values())
