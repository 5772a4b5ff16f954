export const pathSlug = (): string | undefined => undefined
