/** What an icon may be, by the ending of its address (DOMAIN 6). */
export const ICON_TYPES = {
  png: "image/png",
  jpg: "image/jpeg",
  gif: "image/gif",
  svg: "image/svg+xml",
} as const;

export type IconType = (typeof ICON_TYPES)[keyof typeof ICON_TYPES];

export const ICON_TYPE_LIST = [ICON_TYPES.png, ICON_TYPES.jpg, ICON_TYPES.gif, ICON_TYPES.svg] as const;

const EXTENSIONS = new Map(Object.entries(ICON_TYPES).map(([extension, type]) => [type, extension]));

/** The last part of an icon's address: what it is, by content, so that it may be kept for ever. */
export function iconFileName({ sha256, contentType }: { sha256: string; contentType: IconType }): string {
  return `${sha256}.${EXTENSIONS.get(contentType)}`;
}

/** The content hash that a last part names; null for what is no icon's. */
export function iconHash(fileName: string): string | null {
  return /^([0-9a-f]{64})\.(?:png|jpg|gif|svg)$/.exec(fileName)?.[1] ?? null;
}
