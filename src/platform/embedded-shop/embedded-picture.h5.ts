/** On the web a picture that was brought along is the picture itself (`assetUrl`). */
export const embeddedPicture = (_src: string | undefined): string | undefined => undefined
