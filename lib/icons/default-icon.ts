/** What a campaign shows that has no icon of its own (DOMAIN 6): a plain gift, in the colour of no brand. */
export const DEFAULT_ICON = {
  contentType: "image/svg+xml",
  width: 48,
  height: 48,
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48" fill="none" stroke="#71717a" stroke-width="3" stroke-linejoin="round"><path d="M8 22h32v18H8zM5 14h38v8H5zM24 14v26M24 14c-4 0-9-2-9-5.500S21 5 24 14c3-9 9-9 9-5.500S28 14 24 14z"/></svg>',
} as const;
