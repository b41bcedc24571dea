// Makes and verifies a token: what a project does first with the package.
import { Issuer, Verifier } from "token04";

const [appId, secret] = [1234567890, "0123456789abcdef0123456789abcdef"];
const token = new Issuer(appId, secret).issue("user1", "1h");
console.log("valid for", new Verifier(appId, secret).verify(token).userId);
