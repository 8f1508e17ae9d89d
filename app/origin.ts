import { headers } from "next/headers";
import { publicUrl } from "@/lib/auth/public-url";

/** Where this installation answers, for what a reader copies: PUBLIC_URL, else the address that the page was called at. */
export async function serverOrigin(): Promise<string> {
  const asked = await headers();
  return publicUrl() ?? `${asked.get("x-forwarded-proto") ?? "http"}://${asked.get("host") ?? "localhost"}`;
}
