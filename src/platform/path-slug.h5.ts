/** The slug in the address `/s/:slug`, which the router does not hand over. */
export const pathSlug = (): string | undefined => /^\/s\/([0-9a-z]+)/.exec(window.location.pathname)?.[1]
