/** A raster image without all that is no picture: metadata, comments, whatever follows its end. */
export interface Stripped {
  bytes: Uint8Array;
  width: number;
  height: number;
  /** Of all frames together: what it costs to decode them. */
  pixels: number;
}

/** Reads an image's bytes; reading beyond their end throws. */
export class ByteReader {
  readonly #view: DataView;
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  byte(): number {
    return this.#view.getUint8(this.at++);
  }

  uint16(littleEndian = false): number {
    this.at += 2;
    return this.#view.getUint16(this.at - 2, littleEndian);
  }

  uint32(): number {
    this.at += 4;
    return this.#view.getUint32(this.at - 4);
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new RangeError("the image ends early");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  latin1(length: number): string {
    return Buffer.from(this.take(length)).toString("latin1");
  }
}
