import type { Reply } from "@/lib/http/call";
import type { ErrorReply } from "@/lib/http/error-reply";
import { type JsonReply, jsonReply } from "@/lib/http/json-reply";
import type { ServiceContext } from "@/lib/services/context";
import { answerOnce } from "@/lib/services/idempotency/answer-once";
import type { Answer as Kept, KeyedRequest } from "@/lib/services/idempotency/claim-key";
import type { Answer } from "./operation";

/** Runs an operation once for its Idempotency-Key; a repeat is answered as the first was, and says so in a header. */
export async function runOnce(
  context: ServiceContext,
  apiKeyId: string,
  request: KeyedRequest,
  run: (context: ServiceContext) => Promise<Answer>,
  errorReply: ErrorReply,
): Promise<Reply> {
  let first: Reply | null = null;
  const keep = (reply: JsonReply): Kept => {
    first = reply;
    return { status: reply.status, contentType: reply.headers["content-type"] ?? null, body: reply.body };
  };
  const { answer } = await answerOnce(context, apiKeyId, request, {
    run: async (inner) => {
      const answered = await run(inner);
      return { answer: keep(jsonReply(answered)), keep: answered.final !== false };
    },
    // Nothing to report: failures do not come here.
    refuse: (error) => keep(errorReply(error, context.requestId, () => {})),
  });
  return first ?? replay(answer);
}

function replay({ status, contentType, body }: Kept): Reply {
  const type: Record<string, string> = contentType === null ? {} : { "content-type": contentType };
  return { status, headers: { ...type, "cache-control": "no-store", "idempotency-replayed": "true" }, body };
}
