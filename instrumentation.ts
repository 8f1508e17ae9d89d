/** Next calls this before its first request. In production server.ts has booted already, and this finds it done. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { bootOrExit } = await import("@/lib/boot/boot-or-exit");
  await bootOrExit();
}
