import type { Page } from "playwright";

/** An image as a browser decodes it: each frame's pixels as a hash, how long it stands, and the picture upright. */
export interface Decoded {
  upright: string;
  frames: { pixels: string; duration: number | null }[];
  repetitions: number;
}

/** Decodes images in a page of the same origin. */
export function decodeInPage(page: Page, urls: string[], type: string): Promise<Decoded[]> {
  return page.evaluate(
    async ([addresses, contentType]) => {
      const hash = async (source: CanvasImageSource, width: number, height: number) => {
        const context = new OffscreenCanvas(width, height).getContext("2d");
        if (!context) throw new Error("no canvas");
        context.drawImage(source, 0, 0);
        const { data } = context.getImageData(0, 0, width, height);
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
        return `${width}x${height} ${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
      };
      const decode = async (url: string) => {
        const blob = await (await fetch(url)).blob();
        const bitmap = await createImageBitmap(blob);
        const decoder = new ImageDecoder({ data: await blob.arrayBuffer(), type: contentType });
        await decoder.tracks.ready;
        await decoder.completed;
        const track = decoder.tracks.selectedTrack;
        const frames = [];
        for (let frameIndex = 0; frameIndex < (track?.frameCount ?? 0); frameIndex++) {
          const { image } = await decoder.decode({ frameIndex });
          const pixels = await hash(image, image.displayWidth, image.displayHeight);
          frames.push({ pixels, duration: image.duration });
          image.close();
        }
        return {
          upright: await hash(bitmap, bitmap.width, bitmap.height),
          frames,
          repetitions: track?.repetitionCount ?? 0,
        };
      };
      return Promise.all(addresses.map(decode));
    },
    [urls, type] as const,
  );
}
