import { AppError, type ErrorCode } from "@/lib/errors";
import { ICON_POLICY } from "./policy";

function refusal(code: ErrorCode, message: string): AppError {
  return new AppError(code, { detail: `file ${message}`, errors: [{ pointer: "file", code, message }] });
}

export function tooManyBytes(): AppError {
  const { maxBytes } = ICON_POLICY;
  return refusal("payload_too_large", `must be at most ${maxBytes} bytes (100 KB): export it smaller.`);
}

export function wrongType(): AppError {
  return refusal("unsupported_media_type", "must be a PNG, JPEG, GIF or SVG image by its content, whatever its name.");
}

/** `why` goes on from "file ", and says how to mend it. */
export function unclean(why: string): AppError {
  return refusal("icon_unclean", why);
}

export function tooManyPixels(): AppError {
  const { maxSide } = ICON_POLICY;
  return refusal(
    "icon_too_large",
    `must be at most ${maxSide} × ${maxSide} pixels, all its frames together: export it smaller.`,
  );
}
