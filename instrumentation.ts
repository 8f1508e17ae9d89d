/** Next calls this before its first request. In production server.ts has booted already, and this finds it done. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { boot } = await import("@/lib/boot/boot");
  try {
    await boot();
  } catch (error) {
    // A throw here would leave the server hanging with its port open.
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
