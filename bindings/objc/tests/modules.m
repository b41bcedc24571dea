// The Clang modules, imported as a program and Swift import them: the classes, the official names, and the C functions.
@import Token04;
@import Token04.ZegoToken;
@import CToken04;

BOOL modules(void);

BOOL modules(void)
{
    NSError *error = nil;
    T04Issuer *issuer = [[T04Issuer alloc] initWithAppID:1234567890 secret:@"0123456789abcdef0123456789abcdef" error:&error];
    ZegoToken04Result *result = [ZegoToken GenerateToken04:1234567890
                                                    userID:@"user1"
                                                    secret:@"0123456789abcdef0123456789abcdef"
                                    effectiveTimeInSeconds:3600
                                                   payload:nil];
    return issuer != nil && result.errorInfo.errorCode == success && token04_version() != NULL;
}
