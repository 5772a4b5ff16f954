/** True if pages of other sites can be opened. */
export const canOpenSites: boolean = true

/** Opens another site in a tab of its own, which cannot reach this one. */
export const openSite = (url: string): void => void window.open(url, '_blank', 'noopener')

/** The address of a page of this server, for another device. */
export const siteAddress = (path: string): string => `${window.location.origin}${path}`
