import { getAuth } from "@/lib/auth/better-auth";

/** better-auth's own doors; its rate limits count here. */
async function handle(request: Request): Promise<Response> {
  return (await getAuth()).handler(request);
}

export { handle as GET, handle as POST };
