/** On H5 `assetUrl` already returns the embedded picture. */
export const embeddedPicture = (_src: string | undefined): string | undefined => undefined
