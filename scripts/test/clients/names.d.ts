// What the snippets of docs/en/clients/renewal.md use without declaring it, and what the packages accept but do not declare.
import { Tokens as Keeper } from "../../../examples/web/tokens.js";

declare global {
  const appId: number;
  const server: string;
  const roomId: string;
  const userId: string;
  const tokens: Keeper;
  function fetchToken(): Promise<string>;
}

declare module "@zegocloud/zego-uikit-prebuilt" {
  interface ZegoUIKitPrebuilt {
    renewToken(kitToken: string): boolean;
  }
  interface ZegoCloudRoomConfig {
    onTokenWillExpire?: () => void;
  }
}
