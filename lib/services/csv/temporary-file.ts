import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { AppError } from "@/lib/errors";

/** An upload that lies on disk, in a folder of its own that `remove` takes away. */
export interface TemporaryFile {
  path: string;
  folder: string;
  bytes: number;
  remove(): Promise<void>;
}

/**
 * Writes an upload to disk as it comes in, so that memory holds none of it.
 * @throws AppError `payload_too_large` for more than `maxBytes`; nothing is left of it then
 */
export async function keepUpload(upload: AsyncIterable<Uint8Array>, maxBytes: number): Promise<TemporaryFile> {
  const folder = await mkdtemp(join(tmpdir(), "milepost-upload-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, "file");
  let bytes = 0;
  async function* counted() {
    for await (const piece of upload) {
      bytes += piece.length;
      if (bytes > maxBytes)
        throw new AppError("payload_too_large", { detail: `The file may be at most ${maxBytes} bytes.` });
      yield piece;
    }
  }
  try {
    await pipeline(counted(), createWriteStream(path));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, folder, bytes, remove };
}
