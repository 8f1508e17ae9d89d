import { createHmac, timingSafeEqual } from "node:crypto";
import { invalidField } from "@/lib/errors";
import type { ProgramContext } from "./context";

type Keys = (string | null)[];

/** A cursor: the sort keys of the last row shown, signed for one program, noun and order. */
export function encodeCursor(program: ProgramContext, order: string, keys: Keys): string {
  const payload = Buffer.from(JSON.stringify(keys)).toString("base64url");
  return `${payload}.${signature(program, order, payload)}`;
}

/** @throws AppError `invalid_request` when the cursor was altered, or made for another list, order or program */
export function decodeCursor(program: ProgramContext, order: string, cursor: string): Keys {
  const [payload = "", signed = ""] = cursor.split(".");
  const expected = Buffer.from(signature(program, order, payload));
  const given = Buffer.from(signed);
  if (expected.length !== given.length || !timingSafeEqual(expected, given))
    throw invalidField(
      "?startingAfter",
      "invalid_cursor",
      "startingAfter is no cursor of this list: take nextCursor of an answer with the same sortBy",
    );
  return JSON.parse(Buffer.from(payload, "base64url").toString()) as Keys;
}

function signature(program: ProgramContext, order: string, payload: string): string {
  return createHmac("sha256", program.cursorSecret).update(`${order}\n${payload}`).digest("base64url").slice(0, 22);
}
