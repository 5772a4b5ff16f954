/** On the web a picture that was brought along is the picture itself (`assetUrl`). */
export const carriedPicture = (_src: string | undefined): string | undefined => undefined
